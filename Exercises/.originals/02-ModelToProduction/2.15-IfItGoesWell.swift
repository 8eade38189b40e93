// Exercise 2.15 · If it goes really, really well
// Section 2.7, further research 3: Chapters/02-ModelToProduction/07b-IfItGoesReallyWell.swift

import Practice

/// Further research (the third item of the book): what if your project goes really, really well, and everybody uses it
/// every day?
///
/// Return your answers by the keys "affected" (who is affected most?), "extreme" (what is the most extreme that could
/// happen?), "loop" (will its answers change the data that it learns from next, and how?), "known" (how would you
/// know?) and "power" (who watches, and what may they stop?). Each has at least eight words, no two are alike, and
/// "known" names a number with a digit in it: from which value on would you be alarmed?
public func ifItGoesReallyWell() throws -> [String: String] {
    throw Unanswered("2.15")
}
