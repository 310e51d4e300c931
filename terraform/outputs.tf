output "url" {
  description = "Where the server is"
  value       = "${local.secure ? "https" : "http"}://${aws_lb.server.dns_name}"
}
