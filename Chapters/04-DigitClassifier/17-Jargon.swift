// # Jargon recap
//
// Section 4.17 · After this page you know the words that a deep learning paper takes for granted.

import Figures
import Notebook
import Tensors

extension DigitClassifier {
    func jargon() {
        // A neural net holds two kinds of numbers, and only two. *Activations* are calculated, by
        // linear and nonlinear layers in turn. *Parameters* are what they are calculated from: first
        // set at random, then learned. Look at both, plot them, test them: that is most of the work of
        // a practitioner.
        //
        // They live in tensors. A tensor has *axes*; the number of axes is its *rank*. Rank 0 is a
        // single number, rank 1 a vector, rank 2 a matrix.
        var table = TextTable(["term", "meaning"])
        for (term, meaning) in glossary { table.add(term, meaning) }
        show(table, "The words of this chapter")

        // Skipped chapters 2 and 3? This is the place to go back to them.
    }

    // MARK: Helpers

    /// The chapter's eight terms.
    var glossary: [(term: String, meaning: String)] {
        [
            ("ReLU", "negative numbers become 0, others stay"),
            ("mini-batch", "a few inputs and their labels in two tensors; one step is taken per batch, not per epoch"),
            ("forward pass", "applying the model to inputs, to get predictions"),
            ("loss", "a number that says how wrong the model is"),
            ("gradient", "how the loss changes when a parameter does"),
            ("backward pass", "computing the gradients of all parameters"),
            ("gradient descent", "a step against the gradient, to make the parameters a little better"),
            ("learning rate", "how large that step is"),
        ]
    }
}
