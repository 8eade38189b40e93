// Nudge: How many numbers are learned, as a formula in the number of features? Which of them do not depend on it?
// Idea: The first layer has (inputs + 1) for each feature, the second has outputs for each feature, and as many biases
//   as outputs, whatever the number of features. So the biases of the second layer are taken off the budget first.
// Almost: The budget is `bytes / (4 * copies)` numbers; how many copies are there of each, with momentum and without?
//   Take off what does not depend on the features, and divide by what one feature needs. Where the biases do not fit,
//   you divide a negative number; Swift divides towards 0, so the result is 0 even then.

public func widestFitting(inputs: Int, outputs: Int, bytes: Int, momentum: Bool) throws -> Int {
    let numbers = bytes / (4 * (momentum ? 3 : 2))
    return (numbers - outputs) / (inputs + 1 + outputs)
}
