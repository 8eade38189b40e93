// Exercise 15.9 · All from one table
// Section 15.2: Chapters/15-Architectures/02h-CountedPixels.swift

import Practice

/// What a table of pixels says. `table[a][b]` is how many pixels of class a were said to be of class b.
///
/// Return the pixel accuracy, the mean IoU, and the class with the lowest IoU (of equal ones, the first). If there is a
/// void class, the pixels that *are* void do not count at all, and it has no IoU. What was said to be void and is not,
/// was said wrongly. A class that neither is nor was said anywhere has no IoU.
///
/// nil where no pixel counts.
public func readTable(
    _ table: [[Int]], void: Int?
) throws -> (accuracy: Double, meanIoU: Double, worst: Int)? {
    throw Unanswered("15.9")
}
