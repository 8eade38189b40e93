// What counts as a picture among the files of a chapter's figures.

import Figures
import TestSupport
import Testing

@testable import ChapterSupport

@Suite struct `A picture` {
    /// What is wrong with the file of a figure.
    private func problems(of figure: some Figure) throws -> [String] {
        try withFolder { folder in
            let file = folder.appending(path: "figure.\(figure.fileExtension)")
            try figure.write(to: file)
            return try Picture(file).problems
        }
    }

    @Test func `has something drawn in its frame`() throws {
        #expect(try problems(of: Chart { Line([1, 2]) }) == [])
        #expect(try problems(of: Chart("Loss", x: "step", y: "loss") { Line([1, 2]) }) == [])
    }

    @Test func `is not made by axes and labels alone`() throws {
        let empty = Chart("Loss", x: "step", y: "loss") { Line([Float]()) }
        #expect(try problems(of: empty) == ["1 of its series draw nothing"])
        let half = Chart {
            Line([1, 2]); Line([Float.nan])
        }
        #expect(try problems(of: half) == ["1 of its series draw nothing"])
    }

    @Test func `is empty when one of its charts is`() throws {
        let grid = ChartGrid([Chart { Line([1, 2]) }, Chart { Points([Float](), [Float]()) }])
        #expect(try problems(of: grid) == ["1 of its series draw nothing"])
    }
}
