// Exercise 14.17 · What does not fit, in words
// Section 14.9: Chapters/14-ResidualNets/09b-WeightsInAFile.swift

import Practice

/// How the tensors of a file differ from those that a net needs, as lines for a reader.
///
/// Both are shapes by name. There is a line for each difference, sorted by the names:
///
///     conv9.weight: not needed
///     fc.weight: the net has [10, 512], the file [1000, 512]
///     layer1.0.bn1.running_var: missing
///
/// The file may come from a net that was trained on several graphics cards. Then *all* its names begin with `module.`,
/// and they count as if they did not. A file without any tensors has no such names. PyTorch's counters of batches,
/// whose names end in `.num_batches_tracked`, are passed over in the file.
public func listOfDifferences(file: [String: [Int]], net: [String: [Int]]) throws -> [String] {
    throw Unanswered("14.17")
}
