import Exercises19
import Practice
import Solutions19

/// A finder, as what can be done with it.
private struct Finder: Sendable {
    let before: NamedFunction<Float, Bool>
    let after: NamedFunction<Bool, Float, Bool>
    let kept: NamedFunction<[[Float]]>
}

private typealias MakeFinder = @Sendable (Float, Float, Float) -> Finder

private let readers: MakeFinder = { start, factor, limit in
    let finder = Exercises19.RateFinder(start: start, factor: factor, limit: limit)
    return methods(finder.beforeBatch, finder.afterBatch) { [finder.rates, finder.losses] }
}
private let ours: MakeFinder = { start, factor, limit in
    let finder = Solutions19.RateFinder(start: start, factor: factor, limit: limit)
    return methods(finder.beforeBatch, finder.afterBatch) { [finder.rates, finder.losses] }
}

/// An object is used by one check only, which runs on one thread.
private func methods(
    _ before: @escaping (Bool) throws -> Float, _ after: @escaping (Float, Bool) throws -> Bool,
    _ kept: @escaping () -> [[Float]]
) -> Finder {
    nonisolated(unsafe) let (before, after, kept) = (before, after, kept)
    return Finder(
        before: NamedFunction("finder.beforeBatch(isTraining:)") { try before($0) },
        after: NamedFunction("finder.afterBatch(loss:isTraining:)") { try after($0, $1) },
        kept: NamedFunction("finder.rates and finder.losses") { kept() })
}

let finderByItself = Check("19.16", Answer(readers, ours)) { makeFinder in
    func expectKept(_ finder: Finder, _ rates: [Float], _ losses: [Float]) throws {
        try expectClose(finder.kept().its("rates") { $0[0] }, rates)
        try expectClose(finder.kept().its("losses") { $0[1] }, losses)
    }
    let finder = makeFinder(1, 2, 100)
    try expectClose(finder.before(true).noting("the first time, with start: 1, factor: 2"), 2)
    try expectEqual(finder.after(3, true), false)
    try expectClose(finder.before(false), 2)
    try expectEqual(finder.after(50, false).noting("in validation"), false)
    try expectClose(finder.before(true).noting("after a training batch and one of validation"), 4)
    try expectEqual(finder.after(1, true), false)
    try expectKept(finder, [2, 4], [3, 1])
    _ = try finder.before(true)
    try expectEqual(finder.after(4, true).noting("exactly four times the lowest"), false)
    _ = try finder.before(true)
    try expectEqual(finder.after(4.1, true).noting("more than four times the lowest"), true)
    try expectKept(finder, [2, 4, 8], [3, 1, 4])

    let second = makeFinder(1, 10, 100)
    for rate in [10, 100] as [Float] {
        try expectClose(second.before(true), rate)
        try expectEqual(second.after(1, true).noting("at a rate of \(rate), limit 100"), false)
    }
    _ = try second.before(true)
    try expectEqual(second.after(1, true).noting("at a rate of 1000, limit 100"), true)
    try expectKept(second, [10, 100], [1, 1])

    let third = makeFinder(0.1, 2, 100)
    _ = try third.before(true)
    try expectEqual(third.after(.nan, true), true)
    try expectKept(third, [], [])

    // The book's: 88 rates, 1.2e-6 … 9.2886, and the end with the 89th batch.
    let books = makeFinder(1e-6, 1.2, 10)
    var batches = 0
    repeat {
        _ = try books.before(true)
        batches += 1
    } while try !books.after(1, true).value && batches < 1000
    try expectEqual(Found("finder with start: 1e-6, factor: 1.2, limit: 10, batches until the end", batches), 89)
    try expectEqual(books.kept().its("number of rates") { $0[0].count }, 88)
    try expectClose(books.kept().its("last rate") { $0[0].last ?? 0 }, 9.2886, tolerance: 1e-4)
}
