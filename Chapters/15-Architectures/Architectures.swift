// # Application Architectures
//
// (The head of the chapter is written last.)

import Notebook

/// Chapter 15 of the book.
public final class Architectures: Chapter, Sendable {
    public static let number = 15
    public static let title = "Application Architectures"
    public static let sections: [Section<Architectures>] = []

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(120), .full: .seconds(3600),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
