// Running a chapter: its sections one after the other, each under its heading, until the first that fails.

import Common
import Kernels

extension Run {
    /// Makes the chapter and runs `sections` of it, all when empty.
    /// - Throws: the first error of the chapter, with the section it came from. Figures written until then stay.
    func perform<ChapterType: Chapter>(_ chapter: ChapterType.Type, sections: [Int] = []) throws {
        let numbers = try Self.chosen(sections, of: chapter)
        defer { shared.removeAll() }
        try EpochTable.inNotebook(of: self) {
            let instance = try chapter.init(self)
            sayHeader(of: chapter, isWhole: numbers.count == chapter.sections.count)
            for number in numbers { try perform(chapter.sections[number - 1], number, on: instance) }
        }
    }

    /// The numbers of the sections to run: those asked for, each once, in the chapter's order.
    static func chosen<ChapterType: Chapter>(_ sections: [Int], of chapter: ChapterType.Type) throws -> [Int] {
        let valid = 1...max(1, chapter.sections.count)
        for number in sections where !valid.contains(number) {
            throw Refusal("--section \(number): chapter \(chapter.number) has sections 1 to \(valid.upperBound)")
        }
        return sections.isEmpty ? Array(chapter.sections.indices.map { $0 + 1 }) : Set(sections).sorted()
    }

    private func perform<ChapterType: Chapter>(
        _ section: Section<ChapterType>, _ number: Int, on chapter: ChapterType
    ) throws {
        with { state in (state.section, state.figuresOfSection) = (number, 0) }
        let place = ChapterType.isTool ? "" : "Section \(ChapterType.number).\(number) · "
        console.heading(place + section.title)
        do {
            try section.body(chapter)
            try throwFailure()
        } catch {
            throw ChapterType.isTool ? error : SectionError(number: number, title: section.title, cause: error)
        }
    }

    /// `show` doesn't throw: a page should not be full of `try`. What went wrong in it ends the section here.
    private func throwFailure() throws {
        if let failure = with({ $0.failure }) { throw failure }
    }

    private func sayHeader<ChapterType: Chapter>(of chapter: ChapterType.Type, isWhole: Bool) {
        let place = ChapterType.isTool ? "" : "Chapter \(chapter.number) · "
        console.say(console.bold(console.wrapped(place + chapter.title)))
        let what = isWhole ? "about" : "the whole chapter about"
        let time = chapter.durations[size].map { ", \(what) \(readable($0))" } ?? ""
        if let advice = threadAdvice() { notice(advice) }
        console.say(
            console.wrapped(
                "data: \(dataName) · seed \(seed) · \(size.headline)\(time) · figures go to \(figures.displayPath)"))
    }
}

extension Run {
    /// Tells the reader something about the run itself, on standard error: which data was not found, say.
    public func notice(_ message: String) { warn("note: " + message) }
}

extension Chapter {
    /// What `--list` prints: the sections with their numbers, and how long the chapter takes.
    static var listing: String {
        let lines = sections.enumerated().map { "  Section \(number).\($0 + 1) · \($1.title)" }
        let times = RunSize.allCases.compactMap { size in
            durations[size].map { "\(readable($0)) with \(size.option)" }
        }
        let time = times.isEmpty ? [] : ["It takes about " + times.joined(separator: ", ") + "."]
        return (["Chapter \(number) · \(title)"] + lines + time).joined(separator: "\n")
    }
}
