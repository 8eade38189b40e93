// Exercise 2.8 · Read it, or refuse it
// Section 2.5, question 2.19: Chapters/02-ModelToProduction/05c-DamagedFiles.swift

import Practice

/// A small linear model out of the bytes of a file: the weights of each kind, by its name.
///
/// The bytes are, in this order:
/// - "BM" in ASCII, and the version, which is 1;
/// - how many kinds there are, and how many weights each kind has: a byte each, both at least 1;
/// - for each kind: a byte that says how many bytes its name has, the name in UTF-8, and its weights, four bytes each,
///   the lowest byte first (the bits of a `Float`);
/// - the checksum of everything before, four bytes, the lowest first.
///
/// The checksum begins with 2166136261. For each byte, it becomes (checksum ^ byte) &* 16777619, all in `UInt32`.
///
/// nil for everything else: another beginning or version, bytes that are missing or left over, a wrong checksum, a name
/// that is empty, is not UTF-8 or occurs twice, a weight that is infinite or no number.
public func model(in bytes: [UInt8]) throws -> [String: [Float]]? {
    throw Unanswered("2.8")
}
