// # Two jobs, two states
//
// Section 12.9 · After this page you can say what a plain recurrent net's state is asked to do at the same time, and
// how a second state takes one of the jobs over.

import Figures
import Notebook
import Tensors

// "Henry came home, put the bag on the table, looked for something to eat, and then he took his dog for a walk."
// Whoever writes "his" has to know that Henry is a he, and Henry was twenty words ago. For Sophie it would be "her".
//
// A plain recurrent net has one state for two jobs. It has to serve the next prediction: after "the" there comes a
// noun. And it has to remember what will be needed much later: Henry. The first job wants the state to change
// completely from token to token. The second wants it to stay as it is. The first wins. At every step the whole state
// goes through a matrix and a tanh, and section 12.8 has shown what is left of anything after twenty of those.
//
// The LSTM, *long short-term memory*, has a state for each job (S. Hochreiter and J. Schmidhuber, "Long Short-Term
// Memory", 1997). The *hidden state* h serves the next prediction. The *cell state* c is the memory. It goes through no
// matrix, and through no nonlinearity, on its way from step to step. All that may happen to it is that a number of it
// is multiplied by a number between 0 and 1, and that something is added:
//
//     c' = f · c + i · g
//
// f says how much is kept, i how much is written, and g what. Think of one number of the cell. It is to remember who
// the sentence is about: 1 for a he, -1 for a she, and 0 if nobody was named yet. Set the three numbers by hand, for
// each word:

/// What a memory of one number does at one word: keep a share of what it holds, and write something.
public struct MemoryStep: Sendable {
    public let word: String
    /// How much is kept, and how much is written; both from 0 to 1.
    public let keep, write: Float
    /// What is written.
    public let value: Float

    public init(_ word: String, keep: Float = 1, write: Float = 0, value: Float = 0) {
        (self.word, self.keep, self.write, self.value) = (word, keep, write, value)
    }
}

// `remembered` walks along the words, and keeps what the memory holds after each:

/// c' = keep · c + write · value, for every step; the memory begins with 0.
public func remembered(_ steps: [MemoryStep]) -> [Float] {
    var (memory, all): (Float, [Float]) = (0, [])
    for step in steps {
        memory = step.keep * memory + step.write * step.value
        all.append(memory)
    }
    return all
}

extension LanguageModel {
    func memoryByHand() {
        // A name overwrites the memory: nothing is kept, and the new value is written. A full stop wipes it out. Every
        // other word leaves it alone, which is the important part.
        func read(_ text: String) -> [MemoryStep] {
            text.split(separator: " ").map(String.init).map { word in
                switch word {
                case "Henry": MemoryStep(word, keep: 0, write: 1, value: 1)
                case "Sophie": MemoryStep(word, keep: 0, write: 1, value: -1)
                case ".": MemoryStep(word, keep: 0)
                default: MemoryStep(word)
                }
            }
        }
        let steps = read("Henry came home and took his dog out . Then Sophie asked for her hat")
        let memory = remembered(steps)
        var table = TextTable(["word", "keep", "write", "value", "memory"], decimals: 0)
        for (step, value) in zip(steps, memory) { table.add(step.word, step.keep, step.write, step.value, value) }
        let place = steps.firstIndex { $0.word == "his" }!
        show(
            table, "A memory of one number, with its gates set by hand",
            predict: .number("Henry was written as 1. What does the memory hold at \"his\"?", memory[place]))

        // At "his" the memory still holds 1, and at "her" it holds -1. And the distance does not matter, as long as f
        // is 1:
        let times = [1, 4, 16, 64, 256]
        var shares = TextTable(["kept at each step"] + times.map { "after \($0)" }, decimals: 3)
        for keep in [1, 0.99, 0.9, 0.5] as [Float] {
            let steps = (0..<256).map { MemoryStep("word", keep: keep, write: $0 == 0 ? 1 : 0, value: 1) }
            let memory = remembered([steps[0]] + steps[1...] + [steps[1]])
            shares.rows.append(["\(keep)"] + times.map { memory[$0] })
        }
        show(
            shares, "What is left of a 1, by how much is kept at each step",
            predict: .number("0.99 is kept at each step. What is left of 1 after 64?", 0.525, within: .percent(10)))

        // The same holds for the gradient on its way back along the memory: ∂c'/∂c is f, a number and not a matrix.
        // With f at 1, a gradient passes as it is, over any number of steps. The inventors called this the *constant
        // error carousel*.
        //
        // So three numbers have to be chosen at every word, and who chooses them? The net does, and it learns how. It
        // computes them from what it reads now and what it had in mind (the hidden state), by a layer each. Layers
        // whose outputs say how much may pass are called *gates*. (The LSTM of 1997 had no gate f: it kept everything.
        // F. Gers, J. Schmidhuber and F. Cummins added it in "Learning to Forget", 2000. What is called an LSTM today,
        // in the book too, has it.)
    }
}
