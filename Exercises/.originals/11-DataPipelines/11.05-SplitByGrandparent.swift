// Exercise 11.5 · Divided by the folder
// Section 11.5: Chapters/11-DataPipelines/05-TransformedLists.swift

import Practice

/// The places of the files for training, and of those for validation: by the folder two steps above each file. (The
/// book's `GrandparentSplitter`.) Files elsewhere are in neither list.
///
/// ["a/train/pos/1.txt", "a/test/neg/2.txt", "a/unsup/x/3.txt"], "train", "test" → [[0], [1]]
///
/// Paths have names with single slashes between them; some are too short to have such a folder.
public func splitByGrandparent(_ paths: [String], _ train: String, _ valid: String) throws -> [[Int]] {
    throw Unanswered("11.5")
}
