variable "region" {
  description = "Where it runs"
  type        = string
  default     = "us-east-1"
}

variable "name" {
  description = "What all resources are called"
  type        = string
  default     = "clinical-data-generator"
}

variable "image" {
  description = "The image, with its tag or digest"
  type        = string
}

variable "allowed_cidrs" {
  description = "Who may reach the load balancer"
  type        = list(string)

  validation {
    condition     = length(var.allowed_cidrs) > 0 && !contains(var.allowed_cidrs, "0.0.0.0/0")
    error_message = "Name the networks that may reach the server; 0.0.0.0/0 would be everybody."
  }
}

variable "certificate_arn" {
  description = "A certificate of ACM for HTTPS; empty for plain HTTP"
  type        = string
  default     = ""
}

variable "tasks" {
  description = "How many servers run"
  type        = number
  default     = 2
}

variable "cpu" {
  description = "CPU units of a server; 1024 are one core"
  type        = number
  default     = 1024
}

variable "memory" {
  description = "Memory of a server in MiB"
  type        = number
  default     = 2048
}
