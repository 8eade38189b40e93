// The folders of the exercises hold together: nothing is missing, nothing is left lying about.

import Board
import Practice
import Testing

@Suite struct `The exercises of a chapter` {
    static let chapters = (try? catalogue.get().chapters) ?? []

    @Test func `can all be read`() throws {
        #expect(try !catalogue.get().exercises.isEmpty)
    }

    @Test func `have a folder of one name for stubs, solutions and checks`() throws {
        let folders = Self.chapters.map(\.folder)
        #expect(try names(in: "Exercises") == folders)
        #expect(try names(in: "Solutions") == folders)
        #expect(try names(in: "Checks") == folders)
    }

    @Test(arguments: chapters)
    func `are files of one name for stub and solution, and nothing else`(_ chapter: ExerciseChapter) throws {
        let files = chapter.exercises.map(\.file)
        #expect(try names(in: "Exercises/\(chapter.folder)") == files)
        #expect(try names(in: "Solutions/\(chapter.folder)") == files)
    }

    @Test(arguments: chapters)
    func `are numbered from 1 without a gap, in the file's name too`(_ chapter: ExerciseChapter) {
        let ids = chapter.exercises.indices.map { ExerciseID(chapter: chapter.number, number: $0 + 1) }
        #expect(chapter.exercises.map(\.id) == ids)
        let named = chapter.exercises.map { $0.file.prefix { $0 != "-" } }
        #expect(named == ids.map { "\($0.chapter).\($0.number < 10 ? "0" : "")\($0.number)" })
    }

    @Test func `have one check each, in their order`() throws {
        #expect(allChecks.map(\.id) == Self.chapters.flatMap(\.exercises).map(\.id.description))
    }
}
