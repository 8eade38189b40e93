// `show(…)` is a page's output. What it takes is printed for the reader at once and kept in the run for tests and for
// the woven book, with the place of the call. Outside a run (in a test that calls one function of a page) it only prints.

import Figures

/// Shows a picture or a chart: in the terminal, and as a file in the output folder.
public func show(
    _ figure: some Figure, _ caption: String = "",
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let place = SourcePlace(file: file, line: line, column: column)
    guard let run = Run.current else { return Console.standard.say(figure.terminal(Console.standard.style)) }
    run.show(figure, caption, at: place)
}

/// Shows a value as it prints: a number, a tensor, an array, a sentence.
/// - Parameter question: under `--predict` the reader answers it before the value appears:
///   `show((valid3 - mean3).shape, predict: "Which shape has the difference?")`
public func show<Value>(
    _ value: Value, _ caption: String = "", predict question: String? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let place = SourcePlace(file: file, line: line, column: column)
    show(String(describing: value), value is String ? .text : .value, caption, question, at: place)
}

/// Shows a table.
public func show(
    _ table: TextTable, _ caption: String = "",
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let place = SourcePlace(file: file, line: line, column: column)
    show(String(describing: table), .table, caption, nil, at: place)
}

/// What all kinds of text have in common: ask, keep, print.
/// - Parameter note: printed and kept behind the text, but no part of the answer.
func show(
    _ text: String, _ kind: Output.Kind, _ caption: String, _ question: String?, note: String = "",
    at place: SourcePlace
) {
    let run = Run.current
    let console = run?.console ?? .standard
    let guess = question.flatMap { run?.ask($0, answer: text) }
    run?.keep(kind, text + note, caption, at: place)
    console.say(console.layout((kind == .text ? console.wrapped(text) : text) + note, caption))
    if let guess { console.say(guess.verdict) }
}

extension Console {
    /// The caption before a short text, above a long one.
    func layout(_ text: String, _ caption: String) -> String {
        if caption.isEmpty { return text }
        return caption + (text.contains("\n") ? ":\n" : ": ") + text
    }
}

extension Run {
    /// Keeps an output; its turn is the result.
    @discardableResult
    func keep(
        _ kind: Output.Kind, _ text: String, _ caption: String, figureFile: String? = nil, at place: SourcePlace
    ) -> Int {
        with { state in
            state.outputs.append(
                Output(
                    kind: kind, text: text, caption: caption, figureFile: figureFile,
                    section: state.section, order: state.outputs.count, place: place))
            return state.outputs.count - 1
        }
    }

    fileprivate func show(_ figure: some Figure, _ caption: String, at place: SourcePlace) {
        let (section, turn) = with { state in
            state.figuresOfSection += 1
            return (state.section, state.figuresOfSection)
        }
        let name = FigureFolder.fileName(
            section: section, turn: turn, caption: caption, fileExtension: figure.fileExtension)
        do {
            try figures.write(figure, as: name)
            keep(.figure, "", caption, figureFile: name, at: place)
            console.say(figure.terminal(console.style))
            console.say(console.faint("↳ " + (caption.isEmpty ? name : "\(name)  \(caption)")))
        } catch {
            with { $0.failure = $0.failure ?? error }
        }
    }
}
