// Finding an exercise by what the reader typed, and saying what there is when it is not there.

import Common

extension Curriculum {
    /// The exercise called `text`, such as `"4.9"`.
    public func exercise(_ text: String) throws -> Exercise {
        if let number = plainNumber(text) {
            let first = try chapter(number).exercises.first?.id.description ?? "\(number).1"
            throw Refusal("\(text) is a chapter; name one of its exercises, such as \(first)")
        }
        guard let id = ExerciseID(text) else {
            let example = exercises.first?.id.description ?? "4.1"
            throw Refusal("\"\(text)\" is not the number of an exercise, such as \(example)")
        }
        guard let exercise = exercises.first(where: { $0.id == id }) else {
            let ids = try chapter(id.chapter).exercises.map(\.id.description).joined(separator: ", ")
            throw Refusal("there is no exercise \(id); chapter \(id.chapter) has exercises \(ids)")
        }
        return exercise
    }

    /// The chapter with this number.
    public func chapter(_ number: Int) throws -> ExerciseChapter {
        guard let chapter = chapters.first(where: { $0.number == number }) else {
            throw Refusal("chapter \(number) has no exercises; there are exercises for \(chaptersInWords)")
        }
        return chapter
    }

    /// Those chapters, each with the exercises that are meant: all for nil, a chapter for `"4"`, a single one for
    /// `"4.9"`.
    public func selection(_ text: String?) throws -> [ExerciseChapter] {
        guard let text else { return chapters }
        if let number = plainNumber(text) { return [try chapter(number)] }
        let exercise = try exercise(text)
        let chapter = try chapter(exercise.id.chapter)
        return [ExerciseChapter(number: chapter.number, folder: chapter.folder, exercises: [exercise])]
    }

    /// The same for several texts: each exercise once, in the order of the chapters; everything when there are none.
    public func selection(_ texts: [String]) throws -> [ExerciseChapter] {
        if texts.isEmpty { return chapters }
        let chosen = Set(try texts.flatMap { try selection($0) }.flatMap(\.exercises).map(\.id))
        return selection { chosen.contains($0.id) }
    }

    /// The chapters that have such exercises, with these alone.
    public func selection(where isMeant: (Exercise) -> Bool) -> [ExerciseChapter] {
        chapters.map { chapter in
            ExerciseChapter(
                number: chapter.number, folder: chapter.folder, exercises: chapter.exercises.filter(isMeant))
        }.filter { !$0.exercises.isEmpty }
    }

    private var chaptersInWords: String {
        let numbers = chapters.map(\.number.description)
        return "chapter\(numbers.count == 1 ? "" : "s") \(numbers.joined(separator: ", "))"
    }
}
