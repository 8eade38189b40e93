// While a chapter runs, what a Learner prints becomes an output of the page, like everything else: the epoch table
// is shown under the `fit` that made it.

import Training

/// Sends the rows of a `fit` to the notebook.
final class EpochTable: EpochReporter {
    private let place: CallPlace
    private var table: StreamingTable?

    private init(_ place: CallPlace) { self.place = place }

    func began(columns: [String]) {
        table = StreamingTable(columns: columns, file: place.file, line: place.line, column: 1)
    }

    func row(_ cells: [String]) { table?.row(cells) }

    func ended() { table = nil }

    /// Makes `run` the current one while `body` runs, and the place where epoch tables go.
    static func inNotebook<Result>(of run: Run, _ body: () throws -> Result) rethrows -> Result {
        try Run.$current.withValue(run) {
            try EpochReporting { EpochTable($0) }.during(body)
        }
    }
}
