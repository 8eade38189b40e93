// Exercise 19.5 · All results at once
// Section 19.2, question 19.10: Chapters/19-LearnerFromScratch/02c-Workshop.swift

import Practice

/// The results of `body` for all inputs, in the order of the inputs, computed by `workers` threads (at least 1), which
/// work at the same time. Never more than `workers` calls of `body` are running. When the function returns or throws,
/// none of its threads is at work any more.
///
/// If a call throws, so does the function: of all errors, that of the first input in their order, whichever comes first
/// in time. No input is begun after a call has failed, except those that come before it. Without inputs the result is
/// empty.
public func parallelMap<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], workers: Int, _ body: @escaping @Sendable (Input) throws -> Output
) throws -> [Output] {
    throw Unanswered("19.5")
}
