// `show(…)` is a page's output. What it takes is printed for the reader at once and kept in the run for tests and for
// the woven book, with the place of the call. Outside a run (in a test that calls one function of a page) it only
// prints.

import Figures

/// Shows a picture or a chart: in the terminal, and as a file in the output folder.
/// - Parameter prediction: under `--predict` the reader answers it before the figure appears.
public func show(
    _ figure: some Figure, _ caption: String = "", predict prediction: Prediction? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let place = SourcePlace(file: file, line: line, column: column)
    asking(prediction, at: place) {
        guard let run = Run.current else { return Console.standard.say(figure.terminal(Console.standard.style)) }
        run.show(figure, caption, prediction, at: place)
    }
}

/// Shows a value as it prints: a number, a tensor, an array, a sentence.
/// - Parameter prediction: under `--predict` the reader answers it before the value appears. Its answer is stated apart
///   from what is shown: `show(image.shape, predict: .count("How many pixels does an image have?", 784))`.
/// - Precondition: when the value is of the kind that is asked for (an `Int` for a count), it is the answer.
public func show<Value>(
    _ value: Value, _ caption: String = "", predict prediction: Prediction? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let place = SourcePlace(file: file, line: line, column: column)
    prediction?.requireAgreement(with: value, in: "show(\(valueText(value)))")
    show(valueText(value), value is String ? .text : .value, caption, prediction, at: place)
}

/// Shows a value that the reader is asked for.
///
///     show(x.grad!.item, "slope of x² at 3", ask: "What is the slope of x² at 3?")
///
/// - Parameter question: under `--predict` the reader answers it before the value appears. Its answer is the value.
public func show(
    _ value: some Predictable, _ caption: String = "", ask question: String,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    show(value, caption, predict: value.prediction(question), file: file, line: line, column: column)
}

/// Shows a table.
/// - Parameter prediction: under `--predict` the reader answers it before the table appears.
public func show(
    _ table: TextTable, _ caption: String = "", predict prediction: Prediction? = nil,
    file: String = #filePath, line: Int = #line, column: Int = #column
) {
    let place = SourcePlace(file: file, line: line, column: column)
    show(String(describing: table), .table, caption, prediction, table: table.data, at: place)
}

/// What all kinds of text have in common: ask, keep, print.
func show(
    _ text: String, _ kind: Output.Kind, _ caption: String, _ prediction: Prediction?, table: TableData? = nil,
    at place: SourcePlace
) {
    asking(prediction, at: place) {
        Run.current?.keep(kind, text, caption, table: table, prediction: prediction, at: place)
        let console = Run.current?.console ?? .standard
        console.say(console.layout(kind == .text ? console.wrapped(text) : text, caption))
    }
}

/// Asks, lets `body` show, and says whether the guess was right.
private func asking(_ prediction: Prediction?, at place: SourcePlace, _ body: () -> Void) {
    let guess = prediction.flatMap { Run.current?.ask($0, at: place) }
    body()
    if let guess { Run.current?.console.say(guess.verdict) }
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
        _ kind: Output.Kind, _ text: String, _ caption: String, figureFile: String? = nil, table: TableData? = nil,
        prediction: Prediction? = nil, at place: SourcePlace
    ) -> Int {
        with { state in
            state.outputs.append(
                Output(
                    kind: kind, text: text, table: table, caption: caption, figureFile: figureFile,
                    question: prediction.map(Output.Question.init), section: state.section, order: state.outputs.count,
                    place: place))
            return state.outputs.count - 1
        }
    }

    fileprivate func show(
        _ figure: some Figure, _ caption: String, _ prediction: Prediction?, at place: SourcePlace
    ) {
        let (section, turn) = with { state in
            state.figuresOfSection += 1
            return (state.section, state.figuresOfSection)
        }
        let name = FigureFolder.fileName(
            section: section, turn: turn, caption: caption, fileExtension: figure.fileExtension)
        do {
            try figures.write(figure, as: name)
            keep(.figure, "", caption, figureFile: name, prediction: prediction, at: place)
            console.say(figure.terminal(console.style))
            console.say(console.faint("↳ " + (caption.isEmpty ? name : "\(name)  \(caption)")))
        } catch {
            with { $0.failure = $0.failure ?? error }
        }
    }
}

extension Output.Question {
    fileprivate init(_ prediction: Prediction) {
        (text, expectation) = (prediction.question, prediction.expectation)
        answer = prediction.answerText
    }
}
