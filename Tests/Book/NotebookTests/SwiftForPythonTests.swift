// The pages about Swift: what their tables say is what their code does, and what Python gives.

import Common
import Foundation
import TestSupport
import Testing

@testable import Notebook

private let pages = ["SwiftForPython.swift", "SwiftForPythonFunctions.swift", "SwiftForPythonTypes.swift"]

@Suite struct `Swift for people who know Python` {
    @Test(arguments: pages) func `its tables show the code that was run`(page: String) throws {
        let file = projectFolder.appending(path: "Sources/Book/Notebook/\(page)")
        let source = try readText(file).split { $0.isWhitespace }.joined(separator: " ")
        // ("digits[1:3]", "digits[1..<3]", digits[1..<3])
        let rows = source.matches(of: /\( ?"(?:[^"\\]|\\.)*", "((?:[^"\\]|\\.)*)",\s/)
        for row in rows {
            let (shown, run) = (row.1.replacing(/\\(.)/) { $0.1 }, source[row.range.upperBound...])
            #expect(run.hasPrefix(shown), "the table shows \(shown), but what runs is \(run.prefix(60))")
        }
        #expect(rows.count == (try tables(of: page)).flatMap(\.self).count)
    }

    /// What Python 3 answers to the left column.
    @Test func `values and lists are Python's`() throws {
        let results = try tables(of: pages[0]).map { $0.map { $0[2] } }
        #expect(
            results == [
                ["2.0", "3", "1", "2", "1.5", "true", "20000", "4 digits", "true", "false"],
                [
                    "3", "[7, 8]", "[7, 8, 7]", "[3, 7]", "[3, 7]", "[8, 7]", "[7, 8, 7]",
                ],
                [
                    "[3, 7, 8, 7, 1]", "[30, 30, 30]", "false", "true", "[3, 7, 7, 8]", "[0, 1, 2, 3]", "0..<4",
                    "[0, 5]",
                ],
                ["6131", "nil", "0", "7", "8", "few"],
            ])
    }

    @Test func `closures give what comprehensions give`() throws {
        let results = try tables(of: pages[1]).map { $0.map { $0[2] } }
        let texts = "[\"3\", \"7\", \"8\", \"7\"]"
        #expect(
            results == [
                [
                    "9", "[6, 14, 16, 14]", "[6, 14, 16, 14]", "[0, 0, 0, 0]", "[7, 8, 7]", "[3, 0, 7, 0, 8, 0, 7, 0]",
                    "true", "2", "171", "[8, 7, 7, 3]", "[4, 9]",
                ],
                [
                    "25", "[9, 49, 64, 49]", texts, "3-7-8-7", "[\"three\", \"seven\"]", "[16, 64]", "[16, 64]",
                    "[0, 1, 2, 3]", "[3, 7, 8, 7]",
                ],
            ])
    }

    @Test func `tensors give what PyTorch's give`() throws {
        let results = try tables(of: pages[2])[0].map { $0[2].split(separator: "]  ").last.map(String.init) }
        #expect(
            results == [
                "true  true  false  false", "true  true  true  true", "4.0", "2.  4.", "2.  4.", "5.  11.", "2.  3.",
                "1.  2.  3.  4.", "3.",
            ])
    }

    @Test(arguments: [
        (
            pages[0],
            [
                "10", "2 of 4", "3 is three, 3 is three, and 16 has 0.25", "[3, 7, 7]", "6", "179", "6265",
                "Tensor [3]  1.  1.  0.",
            ]
        ),
        (
            pages[1],
            ["1.0 and 6.0", "12.0", "1.0", "42", "[1, 2] and [9, 2]", "8", "6", "twelve"]
        ),
        (
            pages[2],
            [
                "3 steps, 1.5 in all, at most 0.5", "3.0", "[3.0, 1.0]", "yes, no", "1.5, 2.5", "4", "Tensor [1]  6.",
                "BoolTensor [3]  true  true  true", "true",
            ]
        ),
    ]) func `the rest of the pages shows what they say`(page: String, texts: [String]) throws {
        #expect(try outputs(of: page).filter { $0.kind != .table }.map(\.text) == texts)
    }

    private func outputs(of page: String) throws -> [Output] {
        try Run.capture(SwiftForPython.self).outputs.filter { $0.file.hasSuffix("/\(page)") }
    }

    /// The rows of the page's tables.
    private func tables(of page: String) throws -> [[[String]]] {
        try outputs(of: page).compactMap { $0.table?.rows }
    }
}
