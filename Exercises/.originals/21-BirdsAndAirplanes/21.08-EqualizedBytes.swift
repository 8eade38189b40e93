// Exercise 21.8 · All shades equally frequent
// Section 21.4: Chapters/21-BirdsAndAirplanes/04d-CountedBytes.swift

import Practice

/// A table with a new byte for each of the 256 bytes, so that a pale picture makes use of all shades.
///
/// `counts` has 256 numbers: how often each byte occurs. Let c(v) be how many bytes are v or less, n how many there are
/// in all, and m how many have the smallest value that occurs. The new byte for v is 255 · (c(v) - m) / (n - m),
/// rounded to the nearest whole number, halves up. So the smallest value becomes 0, the largest one 255, and between
/// them an equal number of pixels gives an equal step. What is below the smallest value becomes 0. (*Histogram
/// equalization*.)
///
/// Where there are no bytes, or where all are the same, every byte stays what it is.
///
/// - Returns: 256 numbers from 0 to 255.
public func equalizedBytes(counts: [Int]) throws -> [Int] {
    throw Unanswered("21.8")
}
