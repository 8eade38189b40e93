// The book's questions: `swift run ask`.

import ArgumentParser
import Common
import Foundation
import Questions
import Quiz

@main
struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "The book's questions, with answers and the code that shows them.",
        discussion: """
            In a terminal it asks, shows the answer when you press Enter, and keeps the score. Every answer is proved by \
            a test: c shows its code, and --code shows it with every answer. Elsewhere it prints the questions, and with \
            --answer the answers.
            """)

    @Argument(help: "A chapter or a question, such as 4 or 4.12; the list of chapters when left out.") var which:
        String?
    @Flag(help: "Show the answer at once.") var answer = false
    @Flag(help: "With each answer the code that proves it; without, c shows it.") var code = false
    @Flag(help: "Only what you did not know last time.") var missed = false
    @Option(help: "Write all questions as a deck that Anki can import.") var anki: String?

    static func main() {
        beginProgram()
        main(nil)
    }

    func validate() throws {
        if anki?.isEmpty == true { throw ValidationError("--anki \"\": the name is empty") }
        if anki != nil && (which != nil || answer || code || missed) {
            throw ValidationError("--anki writes all questions and takes no other option.")
        }
        if which == nil && (answer || code || missed) {
            let flag = missed ? "--missed" : answer ? "--answer" : "--code"
            throw ValidationError("Say which chapter, such as: swift run ask 4 \(flag)")
        }
        if missed && which.map({ Int($0) == nil }) == true {
            throw ValidationError("--missed goes through a chapter, such as: swift run ask 4 --missed")
        }
    }

    func run() throws {
        let root = try Questionnaires.findRoot(from: currentFolder)
        let questionnaires = try Questionnaires(root: root)
        if let anki {
            try writeDeck(of: questionnaires, to: URL(filePath: anki))
            return say("\(questionnaires.questions.count) cards are in \(anki). In Anki: File, Import.")
        }
        let file = RecordFile<QuizMemory>("questions", root: root)
        let (memory, notice) = try file.load()
        warn(notice)
        guard let which else { return say(questionnaires.page(memory, .detect())) }
        var (chapter, questions) = try questionnaires.selection(which)
        if missed { questions = questions.filter { memory.knows($0) == false } }
        if questions.isEmpty { return say("You missed no question of chapter \(chapter.number).") }
        let keys = answer || isatty(STDOUT_FILENO) == 0 ? nil : Keys()
        guard let keys else { return printAll(questions, of: chapter) }
        try go(through: questions, of: chapter, keys, memory, file)
    }

    /// With a reader at the keys.
    private func go(
        through questions: [Question], of chapter: Questionnaires.Chapter, _ keys: Keys, _ memory: QuizMemory,
        _ file: RecordFile<QuizMemory>
    ) throws {
        let quiz = Quiz(chapter, questions, showsCode: code, .detect(), key: keys.nextCharacter, say: say)
        if Int(which ?? "") == nil { return quiz.ask(questions[0]) }
        var memory = memory
        try quiz.run { question, isKnown in
            let (saved, notice) = try file.update(from: memory) { $0.remember(question, isKnown: isKnown) }
            memory = saved
            warn(notice)
        }
    }

    private func printAll(_ questions: [Question], of chapter: Questionnaires.Chapter) {
        let ink = Ink.detect()
        for question in questions {
            say(question.page(ink) + "\n")
            if answer { say(question.answerPage(of: chapter, withCode: code, ink) + "\n") }
        }
        if !answer { say(ink.dim("The answer: swift run ask \(which ?? "") --answer")) }
    }
}
