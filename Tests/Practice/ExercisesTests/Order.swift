// The folders of the exercises hold together: nothing is missing, nothing is left lying about.

import Board
import Practice
import Testing

@Suite struct `The exercises of a chapter` {
    static let chapters = (try? curriculum.get().chapters) ?? []

    @Test func `can all be read`() throws {
        #expect(try !curriculum.get().exercises.isEmpty)
    }

    @Test func `have a folder of the same name for stubs, solutions and checks`() throws {
        let folders = Self.chapters.map(\.folder)
        #expect(try names(in: "Exercises") == folders)
        #expect(try names(in: "HintsAndSolutions") == folders)
        #expect(try names(in: "Checks") == folders)
    }

    @Test(arguments: chapters)
    func `are files of the same name for stub and solution, and nothing else`(_ chapter: ExerciseChapter) throws {
        let files = chapter.exercises.map(\.file)
        #expect(try names(in: "Exercises/\(chapter.folder)") == files)
        #expect(try names(in: "HintsAndSolutions/\(chapter.folder)") == files)
    }

    @Test(arguments: chapters)
    func `are numbered from 1 without a gap, in the file's name too`(_ chapter: ExerciseChapter) {
        let ids = chapter.exercises.indices.map { ExerciseID(chapter: chapter.number, number: $0 + 1) }
        #expect(chapter.exercises.map(\.id) == ids)
        let named = chapter.exercises.map { $0.file.prefix { $0 != "-" } }
        #expect(named == ids.map { "\($0.chapter).\($0.number < 10 ? "0" : "")\($0.number)" })
    }

    @Test(arguments: chapters)
    func `have a check in a file of their own, which calls what it says it calls`(_ chapter: ExerciseChapter) throws {
        let number = chapter.program.suffix(2)
        for exercise in chapter.exercises {
            let text = try text(of: "Checks/\(chapter.folder)/\(exercise.file)")
            #expect(text.contains("Check(\"\(exercise.id)\"") || text.contains("Check(\n    \"\(exercise.id)\""))
            // answer("f(_:)", Exercises04.f(_:), Solutions04.f(_:)), perhaps with `changing` or a type.
            let function = { (module: String) in
                "(?:\\w+\\()*\(module)\(number)\\.(\\w+(?:\\([^)]*\\))?)(?: as \\w+)?\\)*"
            }
            let pattern = "answer\\(\\s*\"([^\"]+)\",\\s*\(function("Exercises")),\\s*\(function("Solutions"))\\)"
            let answers = try text.matches(of: Regex(pattern)).map { $0.output.map { $0.substring.map(String.init) } }
            #expect(answers.count == text.matches(of: /answer\(/).count, "\(exercise)")
            for answer in answers {
                // A function without arguments is called `f()` and named `f`.
                let name = answer[1]?.replacing("()", with: "")
                #expect(name == answer[2] && name == answer[3], "\(exercise)")
            }
        }
    }
}
