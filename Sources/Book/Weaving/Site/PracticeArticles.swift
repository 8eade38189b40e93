// Practice: what a reader can be asked, and what they can do. Questions are on the page that they are about, and all
// of them on a page of their own; answers are never on the same page as their question.

import Board
import Foundation
import Questions

extension ChapterArticles {
    /// The questions as a list, each with a link to its answer.
    func addQuestions(_ questions: [Question], to article: inout Article) {
        if questions.isEmpty { return }
        article.heading("Questions")
        article.list(
            questions.map {
                "\($0.label) · \(links.linked($0.text, on: article.name)) [Answer](<doc:\(name("answers"))#\($0.anchor)>)"
            })
    }

    /// Exercises: with their statements when `whole`, else as links.
    func addExercises(_ exercises: [Exercise], to article: inout Article, whole: Bool) {
        if exercises.isEmpty { return }
        article.heading("Exercises")
        if whole {
            article.add("All of them with their statements: <doc:\(name("exercises"))>.")
        }
        article.list(exercises.map { "[\($0.heading)](<doc:\(name("exercises"))#\($0.anchor)>)" })
    }

    /// A page of all answers, each with the code that proves it.
    var questionsAndAnswers: [Article] {
        if chapter.questions.isEmpty { return [] }
        var article = Article(name("answers"), "Answers")
        article.heading = "Chapter \(chapter.number)"
        article.abstract =
            "The chapter's questions with their answers, in words and in code. Each piece of code is a test that passes."
        for question in chapter.questions {
            article.heading(question.label)
            article.add("**\(links.linked(question.text.replacing("**", with: ""), on: article.name))**")
            article.add(links.linked(question.answer, on: article.name))
            article.code(question.proof.code, language: "swift")
            article.add("Shown by " + question.shownBy.map(pointer).joined(separator: ", ") + ".")
        }
        return [article]
    }

    /// `linear1`, with a link to the page that declares it, or with its file.
    private func pointer(_ pointer: Pointer) -> String {
        let file = pointer.file.split(separator: "/").last.map(String.init) ?? ""
        if let section = chapter.sections.first(where: { $0.page.source.file == file }) {
            return "[`\(pointer.symbol)`](<doc:\(chapter.articleName(section))>)"
        }
        if let target = links.symbols[pointer.symbol] { return "[`\(pointer.symbol)`](<doc:\(target)>)" }
        return "`\(pointer.symbol)` in `\(file)`"
    }

    /// A page of all exercises.
    var exercises: [Article] {
        if chapter.exercises.isEmpty { return [] }
        var article = Article(name("exercises"), "Exercises")
        article.heading = "Chapter \(chapter.number)"
        article.abstract =
            "What to write yourself, in `Exercises/\(chapter.source.folder)`. `swift run exercises` is the board: it checks "
            + "your answers and has hints."
        for exercise in chapter.exercises {
            article.heading(exercise.heading)
            article.add(links.linked(exercise.statement, on: article.name))
            article.add(place(of: exercise))
            article.code(
                "swift run exercises check \(exercise.id)\nswift run exercises hint \(exercise.id)", language: "sh")
        }
        return [article]
    }

    private func place(of exercise: Exercise) -> String {
        let file = exercise.page.split(separator: "/").last.map(String.init) ?? ""
        let section = chapter.sections.first { $0.page.source.file == file }
        let about =
            section.map { "About [\($0.page.title)](<doc:\(chapter.articleName($0))>)" }
            ?? "About section \(exercise.section)"
        let needs = exercise.needs.isEmpty ? "" : "; needs \(exercise.needs.named)"
        return "\(about)\(needs). Write it in `\(exercise.stub)`."
    }

    /// The chapter without its words and without its outputs, from the same cells.
    var predict: Article {
        var article = Article(name("predict"), "Predict before you run")
        article.heading = "Chapter \(chapter.number)"
        article.abstract =
            "The chapter's code without its words and without what it shows. Say what each cell will show, then look."
        for section in chapter.sections {
            article.heading("\(chapter.label(section)) · \(section.page.title)")
            article.add("What it shows: <doc:\(chapter.articleName(section))>")
            for block in section.page.stripped {
                switch block {
                case .heading(let text): article.heading(text, level: 3)
                case .prose: break
                case .cell(let cell): article.code(cell.code, language: "swift")
                }
            }
        }
        return article
    }
}

// MARK: What belongs to which page

extension WovenChapter {
    /// The questions that a page answers: it is the first page that they point to.
    func questions(on section: Section) -> [Question] {
        questions.filter { question in
            question.shownBy.first.map { URL(filePath: $0.file).lastPathComponent } == section.page.source.file
        }
    }

    func exercises(on section: Section) -> [Exercise] {
        exercises.filter { URL(filePath: $0.page).lastPathComponent == section.page.source.file }
    }
}

extension Question {
    /// "Question 4.17", the heading of its answer.
    var label: String { "Question \(number)" }
    /// What DocC calls that heading.
    var anchor: String { docAnchor(label) }
}

extension Exercise {
    /// Without a lone dot between number and title: DocC would not find a link to it.
    var heading: String { "Exercise \(id): \(title)" }
    var anchor: String { docAnchor(heading) }
}

/// The anchor that DocC makes of a heading: spaces become hyphens, punctuation is dropped.
func docAnchor(_ heading: String) -> String {
    let words = heading.split { $0.isWhitespace || "-–—".contains($0) }
    let anchor = words.map { $0.filter { !$0.isPunctuation && $0 != "`" } }.joined(separator: "-")
    return anchor.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed) ?? anchor
}
