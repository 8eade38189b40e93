// # A net that reads three words
//
// Section 12.2 · After this page you can write a net that reads words one after the other, with the same weights for
// each.

import Figures
import Layers
import Notebook
import Tensors

// …

/// A language model: words go in as numbers, and a score for every word of the vocabulary comes out.
///
/// x [batch, words] → scores [batch, vocabulary], or [batch, words, vocabulary] if it predicts after every word
public protocol LanguageModelNet: Layer where Input == IntTensor, Output == Tensor {
    /// Makes it forget what it has read. A model without a memory has nothing to do.
    func reset()
}

extension LanguageModelNet {
    public func reset() {}
}

/// x [batch, 3] → scores [batch, vocabulary]. (The book's `LMModel1`.)
public final class ThreeWordModel: Module, LanguageModelNet {
    /// (The book's `i_h`, `h_h` and `h_o`.)
    let inputToHidden: Embedding
    let hiddenToHidden, hiddenToOutput: Linear

    public init(vocabulary: Int, hidden: Int, using random: inout some RandomNumberGenerator) {
        inputToHidden = Embedding(vocabulary, hidden, using: &random)
        hiddenToHidden = Linear(hidden, hidden, using: &random)
        hiddenToOutput = Linear(hidden, vocabulary, using: &random)
    }

    public func forward(_ x: IntTensor) -> Tensor {
        var h = hiddenToHidden(inputToHidden(x[0..., 0])).relu()
        h = h + inputToHidden(x[0..., 1])
        h = hiddenToHidden(h).relu()
        h = h + inputToHidden(x[0..., 2])
        h = hiddenToHidden(h).relu()
        return hiddenToOutput(h)
    }
}
