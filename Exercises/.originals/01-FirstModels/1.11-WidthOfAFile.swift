// Exercise 1.11 · A width for every file
// Section 1.7, question 1.27: Chapters/01-FirstModels/07e-ProgramsAsPictures.swift

import Practice

/// The bytes of a file as rows of a picture whose width depends on the size of the file: small files would become a
/// strip otherwise, and large ones a tower.
///
/// The width is the smallest power of two, from 1 on, for which the picture is not more than `ratio` times as high as
/// it is wide. The last row is filled up with zeros. Rows are counted after filling up: 5 bytes in rows of 2 are 3
/// rows.
///
/// `ratio` is a whole number, at least 1. An empty file gives no row.
///
/// [9, 8, 7, 6, 5], ratio 2 → [[9, 8], [7, 6], [5, 0]]: in rows of 1 it would be five times as high as wide.
public func rows(ofFile bytes: [UInt8], ratio: Int) throws -> [[UInt8]] {
    throw Unanswered("1.11")
}
