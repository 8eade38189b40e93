// # Data Munging with the Mid-Level API
//
// (The head of the chapter is written last.)

import Notebook

/// Chapter 11 of the book.
public final class DataPipelines: Chapter, Sendable {
    public static let number = 11
    public static let title = "Data Munging with the Mid-Level API"
    public static let sections: [Section<DataPipelines>] = []

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(120), .full: .seconds(3600),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
