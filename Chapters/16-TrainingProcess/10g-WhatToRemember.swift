// # What to remember
//
// Section 16.10 · After this page you have the chapter in a few lines, and know what is left to build.

import Figures
import Notebook
import Tensors

extension TrainingProcess {
    func whatToRemember() throws {
        // - A step of any optimizer is made of small pieces: averages that are kept for every parameter, and a formula
        //   that uses them. New optimizers keep appearing, and most of them are a few such pieces.
        // - Momentum averages gradients, RMSProp divides by their usual size, Adam does both and corrects for the
        //   averages' start at 0.
        // - Weight decay belongs beside the gradient, not in it, as soon as the step is more than rate times gradient.
        // - A training loop has four steps. All the rest is decisions, and decisions go into callbacks.
        // - A callback reads all, writes through the loop, acts at one of fourteen events, and may cancel one of five
        //   parts.
        // - The last event of a part always comes, but a callback may miss it. What has to be put back, is put back in
        //   `cleanUp`, which nobody misses.
        // - Where two callbacks meet, one of them says that it comes before the other.
        //
        // One question about all of it. A training has 3 epochs of 10 training batches and 2 validation batches:
        let trace = EventTrace()
        try tinyLoop(train: 10, valid: 2, callbacks: [trace]).fit(3, learningRate: 0.1)
        show(
            trace.events.count { $0 == .afterLoss }, "afterLoss",
            ask: "How often is afterLoss sent in 3 epochs of 10 training batches and 2 validation batches?")

        // The third part of the book ends here. You can build every kind of model that it has shown, and the training
        // around it. The last part goes below: forward and backward passes from nothing (chapter 17), a look into
        // trained nets (chapter 18), and then a Learner of your own (chapter 19). You have written its loop already.
    }
}
