// # Your Deep Learning Journey
//
// (The head of the chapter is written last.)

import Notebook

/// Chapter 1 of the book.
public final class FirstModels: Chapter, Sendable {
    public static let number = 1
    public static let title = "Your Deep Learning Journey"
    public static let sections: [Section<FirstModels>] = []

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(5), .usual: .seconds(120), .full: .seconds(3600),
    ]

    let run: Run

    public init(_ run: Run) throws { self.run = run }
}
