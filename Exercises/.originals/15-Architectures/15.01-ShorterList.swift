// Exercise 15.1 · A shorter list
// Section 15.1: Chapters/15-Architectures/01c-NineLayers.swift

import Practice

/// Equal parts of a model, listed once.
///
/// A group of a ResNet has up to 36 blocks, most of them alike. PyTorch lists a row of equal parts in one line. Given
/// are the descriptions of a model's parts in their order. Return the lines of the shorter list:
///
/// - a part that is not like its neighbours is "(4): ReLU()", with its number, counted from 0;
/// - two or more equal parts in a row are "(1-3): 3 × Block(64)", with the numbers of the first and the last.
///
/// Equal parts that are not next to each other have lines of their own.
///
/// Example: ["Conv(3)", "Block(64)", "Block(64)", "Conv(3)"] → ["(0): Conv(3)", "(1-2): 2 × Block(64)", "(3): Conv(3)"]
public func shortenedList(_ parts: [String]) throws -> [String] {
    throw Unanswered("15.1")
}
