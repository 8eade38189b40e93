// # Reading in pieces
//
// Section 15.4 · After this page you can read a text of any length in pieces without losing what came before, and say
// how far gradients go back.

import Figures
import Layers
import Notebook
import Tensors
import Text
import Training

// A classifier of texts is made like one of photos: take a net that has learned something, cut off its end, put a new
// head on. The net is a language model, its body is called *encoder* (chapter 10), and there is no table of where to
// cut, since the encoder is the same for all: an embedding, and LSTM layers. But its result is another one. A body for
// photos gives maps; an encoder gives numbers for *every* token. And a photo has the size that you give it, while a
// review may have ten tokens or two thousand.
//
// A training step through two thousand steps would need all their activations at once. So the text is cut into pieces
// of a fixed length. Each piece begins with the state in which the one before has ended, and what was computed for its
// tokens is kept. That is BPTT for text classification, or BPT3C, from ULMFiT (J. Howard and S. Ruder, 2018). It is a
// loop:

/// What an encoder makes of each token of texts that it reads in pieces: tokens [n, steps] → [n, steps, width]. Nothing
/// is dropped. (The loop of the book's `SentenceEncoder`.)
/// - Parameter remembers: whether a piece begins with the state in which the one before has ended.
public func readInPieces(
    _ tokens: IntTensor, of length: Int, by encoder: AWDLSTM, remembers: Bool = true
) -> Tensor {
    var outputs: [Tensor] = []
    var states = [LSTMState?](repeating: nil, count: encoder.layers.count)
    for start in stride(from: 0, to: tokens.shape[1], by: length) {
        let piece = tokens[0..., start..<min(start + length, tokens.shape[1])]
        var x = encoder.embedding(piece)
        for (number, layer) in encoder.layers.enumerated() {
            let (y, state) = layer(x, states[number])
            // Detached: the numbers go on, the gradients do not go back.
            (x, states[number]) = (y, remembers ? state.detached() : nil)
        }
        outputs.append(x)
    }
    return .cat(outputs, axis: 1)
}

extension Architectures {
    func pieceByPiece() throws {
        // #hide
        if let problem = try reviewSource.contents.problems.first {
            show(
                "\(try reviewSource.contents.problems.count), first: \(problem)",
                "files passed over, because they are no texts")
        }
        // The longest review of a few, read at once, and in pieces of different lengths. The state makes them one text:
        let encoder = try languageModel.encoder
        encoder.eval()
        let texts = try numberedReviews.test.prefix(8)
        let text = texts.max { $0.count < $1.count }!
        let tokens = IntTensor(shape: [1, text.count], text)
        encoder.reset()
        let whole = noGrad { encoder(tokens) }
        encoder.reset()
        show("\(tokens.shape) → \(whole.shape)", "a review of \(text.count) tokens, read at once")
        var table = TextTable(["tokens in a piece", "pieces", "difference with state", "without state"])
        var largest: Float = 0
        for length in [1, 7, 36, 72] {
            func difference(_ remembers: Bool) -> Float {
                noGrad {
                    (readInPieces(tokens, of: length, by: encoder, remembers: remembers) - whole).abs().max().item
                }
            }
            let (with, without) = (difference(true), difference(false))
            largest = max(largest, with)
            table.add(length, (text.count + length - 1) / length, with, without)
        }
        show(
            table, "The largest difference from reading all at once",
            predict: .yesNo(
                "The text is read in pieces, and the state is carried on. Does anything change, apart from rounding?",
                largest > 1e-4))
    }

    func howFarGradientsGo() throws {
        // What the net *sees* reaches over the pieces. What it *learns from* does not: gradients end where a piece
        // begins. To see it, take 24 tokens, all of them different, so that each has a row of its own in the embedding.
        // The gradient of a row says how much is learned of that token.
        let encoder = try languageModel.encoder
        encoder.eval()
        let first = SpecialToken.allCases.count
        let tokens = IntTensor(shape: [1, 24], Array(first..<first + 24))
        // `reach` is the size of each token's gradient, `lastOne` and `allThree` are two ways to pool, and `drawn`
        // leaves out what is nothing:
        func reach(_ length: Int, _ pooled: (Tensor) -> Tensor) -> [Double] {
            let table = encoder.embedding.embedding.weight
            pooled(readInPieces(tokens, of: length, by: encoder)).sum().backward()
            let sizes = table.grad!.abs().sum(axis: 1).scalars[first..<first + 24]
            encoder.parameters.forEach { $0.grad = nil }
            return sizes.map(Double.init)
        }
        func lastOne(_ x: Tensor) -> Tensor { x[0..., -1] }
        func allThree(_ x: Tensor) -> Tensor { concatPooled(x, steps: [0..<24]) }
        let (whole, cut, pooled) = (reach(24, lastOne), reach(8, lastOne), reach(8, allThree))
        func drawn(_ values: [Double]) -> [Double] { values.map { $0 > 0 ? $0 : .nan } }
        show(
            Chart(
                "Pooling over all pieces lets each of them learn", x: "token", y: "size of its gradient",
                yScale: .logarithmic
            ) {
                Line(1...24, drawn(whole), "last output, read at once", colour: .grey)
                Line(1...24, drawn(cut), "last output, pieces of 8", colour: .vermilion)
                Line(1...24, drawn(pooled), "last, largest and mean, pieces of 8", colour: .blue)
            }, "How much is learned of each of 24 tokens: where a line is missing, it is nothing")
        show(
            cut.count { $0 == 0 }, "tokens of which nothing is learned, by the last output alone",
            ask: "24 tokens in pieces of 8, and only the last output counts: of how many tokens is nothing learned?")
        show(pooled.count { $0 == 0 }, "by last, largest and mean of all outputs")
        // So pooling has a second use here. What is pooled are the outputs of all pieces, and each piece learns from
        // its own. That is why the outputs have to be kept, and not only the last state.
    }
}
