// Exercise 4.34 · An optimizer, also for batches in pieces
// Section 4.14, questions 4.23 and 4.31: Chapters/04-DigitClassifier/14-Optimizer.swift

import Layers
import Practice
import Tensors

/// Gradient descent for the parameters of a model. (The book's `BasicOptim`.) The loop that uses it looks as always:
/// for every batch predict, loss, `backward()`, then `step()`, then `zeroGrad()`.
///
/// But a batch may be too large for the memory. Then it comes in `pieces` pieces of equal size, each of which goes
/// through the loop as if it were a batch. The optimizer makes that come out right: only every `pieces`-th `step()`
/// moves anything, and until then the gradients are left to add up. With `pieces` = 1 it is the optimizer of the page.
/// Its constants and `init` are given; write `step` and `zeroGrad`, and add what it has to remember.
public final class BasicOptimizer {
    let parameters: [Parameter]
    let learningRate: Float
    let pieces: Int

    public init(_ parameters: [Parameter], learningRate: Float, pieces: Int = 1) {
        (self.parameters, self.learningRate, self.pieces) = (parameters, learningRate, pieces)
    }

    /// Every `pieces`-th call moves each parameter against its gradient: by `learningRate` times the *mean* of the
    /// gradients that were added up since the last move. All other calls change nothing. A parameter without a gradient
    /// stays as it is. No call changes a gradient.
    public func step() throws {
        throw Unanswered("4.34")
    }

    /// Sets all gradients to nil, if the last `step()` moved the parameters. If it did not, they are still needed, and
    /// nothing happens.
    public func zeroGrad() throws {
        throw Unanswered("4.34")
    }
}
