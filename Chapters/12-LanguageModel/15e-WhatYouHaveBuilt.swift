// # What you have built
//
// Section 12.15 · After this page you know where each part of this chapter is in the engine, and what to remember.

import Figures
import Layers
import Notebook
import Tensors

extension LanguageModel {
    func whereItIsInTheEngine() {
        // What you have built by hand, and where the engine has it:
        var table = TextTable(["built in", "what", "in the engine", "file"])
        for (section, what, engine, file) in [
            ("section 12.7", "a plain recurrent net", "RNN", "RecurrentNets.swift"),
            ("section 12.10", "LSTM cells, two ways", "LSTMCell, LSTM", "RecurrentCell.swift"),
            ("section 12.12", "dropout", "Dropout", "Dropout.swift"),
            ("section 12.13", "AR and TAR", "ActivationRegularization", "RecurrentCallbacks.swift"),
            ("section 12.5", "when to forget", "StateReset", "RecurrentCallbacks.swift"),
            ("section 12.14", "a shared matrix", "Linear(tiedTo:)", "Linear.swift"),
            ("section 12.15", "one mask for all steps", "LockedDropout", "LockedDropout.swift"),
            ("section 12.15", "dropped words", "EmbeddingDropout", "LockedDropout.swift"),
            ("section 12.15", "dropped weights", "WeightDroppedLSTM", "WeightDroppedLSTM.swift"),
        ] {
            table.add(section, what, engine, file)
        }
        show(table, "From this chapter to the engine")
    }

    func toRemember() {
        // And what to remember:
        //
        // - Start with the simplest data on which an idea can fail. A run of seconds answers many questions.
        // - A recurrent net is a loop with one set of weights. What it carries from word to word is its hidden state,
        //   and what it carries from batch to batch must be detached, or the graph grows with the text.
        // - A text that is read in batches must be laid out so that each row goes on where it stopped, and the state be
        //   emptied where another text begins.
        // - Long products explode or vanish. An LSTM's cell goes through no matrix from step to step: it is multiplied
        //   by a gate, which can be 1, and something is added. So it can keep what it knows for longer.
        // - Dropout, penalties on activations, weight decay and shared weights all fight overfitting, each in its way.
        //   Try them apart before you believe in one.
        // - One run is an anecdote. Train from several starts, and look at the spread before you say *better*.
        //
        // This was the last chapter of the book's own language models. *Transformers* have taken the place of recurrent
        // nets in most work with texts since. The name is from translating one sequence into another; the book leaves
        // them to a chapter on its website.
        //
        // One last question, about the best model of the chapter: how much has it learned, in numbers?
        var random = run.random
        let model = RegularizedModel(vocabulary: 30, hidden: 64, dropout: 0.4, using: &random)
        show(
            model.parameterCount, "numbers that the regularized model has learned",
            ask: "30 × 64, and 30, and 4 · (2 · 64 · 64 + 2 · 64) in each of two LSTM layers: how many numbers?")
    }
}
