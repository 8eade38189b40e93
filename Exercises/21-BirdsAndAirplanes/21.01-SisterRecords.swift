// Exercise 21.1 · The records of the sister
// Section 21.1: Chapters/21-BirdsAndAirplanes/01b-Records.swift

import Practice
import Tensors

/// What is in a file of CIFAR-100's binary version: bytes [n, 32, 32, 3], and two labels for each picture.
///
/// Its records have 3,074 bytes. The first is the coarse label, 0 to 19 (such as fruit), the second the fine one, 0 to
/// 99 (such as apple). Then comes the picture, as in CIFAR-10: all red bytes row by row, all green ones, all blue ones.
///
/// The result is nil if the bytes are no whole number of records, or a label is too large. No bytes at all are no
/// records: then the images have the shape [0, 32, 32, 3].
public func sisterRecords(_ bytes: [UInt8]) throws -> (coarse: [Int], fine: [Int], images: ByteTensor)? {
    throw Unanswered("21.1")
}
