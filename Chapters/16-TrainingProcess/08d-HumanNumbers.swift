// # A model with a memory
//
// Section 16.8 · After this page you have a small language model to try callbacks on.

import Datasets
import Figures
import Layers
import Notebook
import Tensors
import Training

// `ModelReset` and the next callback are for language models. The book uses that of chapter 12, which reads the numbers
// from 1 to 9,999 in English words, with a full stop between them, and guesses each next word. So small a data set need
// not be downloaded: `HumanNumbers` of the engine spells it. (Its two files have 9,998 lines, one fewer than there are
// numbers: 8,000, which would stand between the two, is missing.) Two things are added here, the vocabulary, and the
// text as numbers, of which a quick run takes only the beginning:

extension HumanNumbers {
    /// Every word once, in the order in which they are first read.
    public static let vocabulary: [String] = {
        var seen: Set<String> = []
        return tokens.filter { seen.insert($0).inserted }
    }()

    /// All numbers up to `last` but 8,000, with a full stop between any two, each word as its number in the vocabulary.
    public static func tokens(to last: Int) -> [Int] {
        let numbers = Dictionary(uniqueKeysWithValues: zip(vocabulary, vocabulary.indices))
        let read = (1...last).filter { $0 != 8_000 }.map(words)
        return read.joined(separator: ["."]).map { numbers[$0]! }
    }
}

// The text is cut into as many streams as a batch has rows. The first batch holds the first 16 words of every stream,
// the second the next 16, so that row 7 of a batch continues row 7 of the batch before. The labels are the same words,
// one place further on.

/// Batches of a long text: row i of every batch continues row i of the batch before.
public func streams(_ tokens: some Collection<Int>, rows: Int, steps: Int) -> DataLoader<(Tensor, IntTensor)> {
    let tokens = Array(tokens)
    let length = (tokens.count - 1) / rows / steps * steps
    let starts = (0..<length / steps).flatMap { part in (0..<rows).map { $0 * length + part * steps } }
    func items(_ shift: Int) -> IntTensor {
        IntTensor(shape: [starts.count, steps], starts.flatMap { tokens[$0 + shift..<$0 + shift + steps] })
    }
    return DataLoader(TensorDataset(Tensor(items(0)), items(1)), batchSize: rows)
}

// The model has an embedding, an LSTM, dropout, and a linear layer with a score for each next word. That layer has no
// weights of its own but those of the embedding, which is called *weight tying* (chapter 12). The model returns the
// scores, and besides them what came out of the LSTM, before and after dropout. `state` is its memory. It
// goes on to the next batch, detached, so that no gradient runs back.

/// tokens [batch, steps] → scores [batch, steps, words], and the LSTM's output [batch, steps, hidden] before and after
/// dropout. (The book's `LMModel7`, with one layer.)
public final class NumberModel: Module, Layer, Resettable {
    let embedding: Embedding
    let lstm: LSTM
    let dropout: Dropout
    let output: Linear
    private var state: LSTMState?

    public init(words: Int, hidden: Int, dropout: Float, using random: inout some RandomNumberGenerator) {
        embedding = Embedding(words, hidden, deviation: 0.5, using: &random)
        lstm = LSTM(hidden, hidden, using: &random)
        self.dropout = Dropout(dropout, using: &random)
        output = Linear(tiedTo: embedding.weight, using: &random)
    }

    public func forward(_ tokens: Tensor) -> [Tensor] {
        let (raw, next) = lstm(embedding(IntTensor(tokens)), state)
        state = next.detached()
        let dropped = dropout(raw)
        return [output(dropped), raw, dropped]
    }

    public func reset() { state = nil }
}

extension TrainingProcess {
    func humanNumbers() throws {
        show(HumanNumbers.words(9_876).joined(separator: " "), "9,876 in words")
        record("human-numbers/vocabulary", HumanNumbers.vocabulary.count, book: 30)
        record("human-numbers/tokens", HumanNumbers.tokens(to: 9_999).count, book: 63_095)
    }
}

// The first four fifths of the text are for training, the rest for validation: `numberStreams`. And `numberLoop` is a
// loop for them, with a loss that looks at all words of all sequences alike. `mostFrequentWord` is what every accuracy
// has to be compared with:

extension TrainingProcess {
    /// Streams of the first four fifths of the numbers for training, and of the rest for validation.
    var numberStreams: LabelledBatches {
        get {
            run.once {
                let tokens = HumanNumbers.tokens(to: run.size(quick: 400, usual: 9_999))
                let (cut, rows) = (tokens.count * 4 / 5, run.size(quick: 8, usual: 64))
                return LabelledBatches(
                    streams(tokens[..<cut], rows: rows, steps: 16), streams(tokens[cut...], rows: rows, steps: 16))
            }
        }
    }

    /// A loop for the numbers.
    func numberLoop(_ callbacks: [LoopCallback], using random: inout SplitMix64) throws -> TrainingLoop {
        let model = NumberModel(
            words: HumanNumbers.vocabulary.count, hidden: run.size(quick: 8, usual: 64), dropout: 0.5, using: &random)
        return TrainingLoop(
            numberStreams, model, loss: { crossEntropy($0, $1, axis: -1) },
            optimizer: { Adam($0, learningRate: $1) }, callbacks: callbacks)
    }

    /// The share of the words to be predicted in validation that are the most frequent one.
    var mostFrequentWord: Float {
        get throws {
            Float(shareOfMostFrequent(numberStreams.valid.flatMap { $0.1.scalars }))
        }
    }
}
