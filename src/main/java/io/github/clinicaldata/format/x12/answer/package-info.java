/**
 * Answers to files of X12: implementation acknowledgments, 999, and claim acknowledgments, 277CA.
 */
@NullMarked
package io.github.clinicaldata.format.x12.answer;

import org.jspecify.annotations.NullMarked;
