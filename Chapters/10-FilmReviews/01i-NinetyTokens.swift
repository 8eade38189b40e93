// # Ninety tokens in six rows
//
// Section 10.1 · After this page you know how one long text is laid out in batches, and why each row of a batch goes on
// where the same row of the batch before has ended.

import Figures
import Notebook
import Text

// Photos are brought to one size to get into one batch. A text cannot be squeezed. And there is a second demand: a
// model that remembers what it has read should go on reading where it has stopped, from batch to batch. Here is a short
// text:

let shortText = """
    On this page we will cut up a short text, as we have cut up the reviews of films, and lay it out as an API for \
    language models wants it. First we will look at the rows, and see how each of them goes on in the next batch. Then \
    we'll move the whole text by one token. That's all there is to the answers of a language model: nobody is asked \
    anything.
    """

// Cut it into as many rows as a batch has, each of them a piece of the text in its order. Then cut all rows at the same
// places: that makes the batches. `rowsOfTokens` and `windows` do these two steps:

/// The tokens in `count` rows of equal length, one piece of the text after the other; what is left over is dropped.
public func rowsOfTokens<Token>(_ count: Int, of tokens: [Token]) -> [[Token]] {
    let length = tokens.count / count
    return (0..<count).map { Array(tokens[$0 * length..<($0 + 1) * length]) }
}

/// The rows cut at the same places: batches of so many steps, of which the last may have fewer.
public func windows<Token>(_ steps: Int, of rows: [[Token]]) -> [[[Token]]] {
    stride(from: 0, to: rows[0].count, by: steps).map { start in
        rows.map { Array($0[start..<min(start + steps, $0.count)]) }
    }
}

extension FilmReviews {
    func ninetyTokens() {
        let tokens = Tokenizer()(shortText)
        record("short-text/tokens", tokens.count, book: 90, differs: "a text of our own")
        let six = rowsOfTokens(6, of: tokens)
        show(
            TextTable((0..<15).map { "\($0)" }, rows: six), "six rows",
            predict: .count("90 tokens are cut into 6 rows. How long is each?", 15))
        // Fifteen at a time may be too many: all that a net computes on the way is kept until the gradients are known.
        // So the rows are cut again, after every 5 tokens:
        for (number, batch) in windows(5, of: six).enumerated() {
            show(
                TextTable((0..<5).map { "\(5 * number + $0)" }, rows: batch), "batch \(number + 1)",
                predict: number != 1
                    ? nil
                    : .choice(
                        "The first row of the first batch ends with “\(six[0][4])”. How does that of the second begin?",
                        [six[1][0], six[0][5], six[0][0]], answer: six[0][5]))
        }

        // Look at the first rows only, from batch to batch, and you can read the text. So can the net: what it has in
        // mind after the last token of a row is what it begins the next batch with.
        let places = windows(5, of: rowsOfTokens(6, of: (0..<90).map { "\($0)" }))
        show(
            GridDiagram(
                "The first row goes on from batch to batch",
                [
                    places.enumerated().map { number, batch in
                        .grid("batch \(number + 1)", batch) { row, _ in row == 0 ? .window : .plain }
                    }
                ], key: [(.window, "one text, read on and on")]),
            "Which token is where, by its place in the text")
    }
}

// One thing is missing: the answers. They are the same text, one token later. `languageModelBatches` cuts questions and
// answers in the same way:

/// Questions x and answers y of a language model: [rows, steps] each, and y is x one token later.
public func languageModelBatches(
    _ texts: NumberedTexts, rows count: Int, steps: Int
) -> [(x: [[Int]], y: [[Int]])] {
    let stream = texts.flatMap { $0 }
    let usable = (stream.count - 1) / count * count
    let x = windows(steps, of: rowsOfTokens(count, of: Array(stream[..<usable])))
    let y = windows(steps, of: rowsOfTokens(count, of: Array(stream[1...usable])))
    return zip(x, y).map { (x: $0, y: $1) }
}

extension FilmReviews {
    func oneTokenLater() {
        // The last token of all has no next one, so it can only be an answer. That makes the rows shorter, which the
        // book's tables do not show:
        let plan = StreamPlan(tokens: 90, batchSize: 6, steps: 5)
        show(
            plan.rowLength, "tokens of a row",
            predict: .count("90 tokens, 6 rows, and every token needs a next one. How long can the rows be?", 14))
        show((0..<plan.batches).map(plan.steps(of:)), "steps of the batches")
        // The book's second example is a stream of 50,000 tokens in 10 rows. It says that each row has 5,000:
        let longer = StreamPlan(tokens: 50_000, batchSize: 10, steps: 72)
        record(
            "50000-tokens/length-of-a-row", longer.rowLength, book: 5000,
            differs: "every token has a next one, as in the book's library",
            predict: .count("50,000 tokens in 10 rows, and every token needs a next one: how long are the rows?", 4999))

        // Here are the questions and answers for a text that consists of the numbers from 0 to 22, so that everything
        // can be seen:
        let loader = languageModelBatches(NumberedTexts([Array(0..<23)]), rows: 4, steps: 3)
        for (number, batch) in loader.enumerated() {
            show("x \(batch.x)\ny \(batch.y)", "batch \(number + 1)")
        }
    }
}
