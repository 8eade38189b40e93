// Exercise 11.3 · The way back
// Section 11.4, question 11.8: Chapters/11-DataPipelines/04-Pipelines.swift

import Practice

/// What a pipeline of sums and products makes of a number on the way back. Each step is a sign and a whole number: "+3"
/// adds 3, "*2" doubles. What is undone was made by the steps in their order.
///
/// steps ["+3", "*2"], 16 → 5, since (5 + 3) · 2 = 16
///
/// Products can be undone without a rest, and no factor is 0. A number may be negative: "+-4".
public func wayBack(_ steps: [String], _ output: Int) throws -> Int {
    throw Unanswered("11.3")
}
