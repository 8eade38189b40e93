// # Progress that leaves no trace
//
// Section 19.7 · After this page you can show how far a training has come, without a line of it in what is kept.

import Common
import Foundation
import Notebook
import Tensors

// While a net trains, one would like to see that it does. The book wraps its loader in a progress bar,
// `progress_bar(dl, leave=False)`, inside of the Learner. With events it need not be in there. A terminal understands
// two signs that make it possible: a carriage return, `\r`, puts the cursor back to the beginning of the line, and the
// code `ESC [K` clears what is to the right of it. So every batch writes over the line of the batch before, and the end
// clears it. (`clearLine` is both of them.) It writes to standard error, so that what is printed to standard output can
// be sent to a file, and it writes only if that is a terminal:

/// Shows the batch that training is at, on a line that goes away again.
public final class ShowProgress: Callback {
    private let write: (String) -> Void

    /// - Parameter write: where the line goes: to the terminal, if there is one.
    public init(
        _ write: @escaping (String) -> Void = { text in
            if isTerminal(STDERR_FILENO) { FileHandle.standardError.write(Data(text.utf8)) }
        }
    ) {
        self.write = write
    }

    public override func afterBatch() {
        let isTraining = self.model.isTraining
        let batches = (isTraining ? self.loaders.train : self.loaders.valid).count
        write(
            "\(clearLine)epoch \(self.epoch + 1) of \(self.epochs), \(isTraining ? "training" : "validation"): "
                + "batch \(self.number + 1) of \(batches)")
    }

    public override func afterEpoch() { write(clearLine) }
    public override func afterFit() { write(clearLine) }
}

// Whether it leaves a trace can be tried. `screen` does what a terminal does with these signs, and tells what can be
// read at the end:

/// The line that a terminal shows after it was sent these texts.
public func screen(after texts: [String]) -> String {
    var line = ""
    for text in texts {
        for part in text.split(separator: clearLine, omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 { line = "" }
            line += part.element
        }
    }
    return line
}

extension LearnerFromScratch {
    func aLineThatGoesAway() throws {
        var sent: [String] = []
        let progress = ShowProgress { sent.append($0) }
        try toyLearner(train: 6, valid: 2, callbacks: [progress]).fit(1)
        let seen = sent.indices.map { screen(after: Array(sent[...$0])) }
        show(seen.filter { !$0.isEmpty }.joined(separator: "\n"), "what can be seen, one after the other")
        show(
            screen(after: sent).isEmpty, "nothing is left at the end",
            ask: "After the last event, is the line on the screen empty?")
    }

    func goneEvenAfterAnError() {
        // An epoch that breaks off has no `afterEpoch`. But `afterFit` always comes, and so the line goes away even
        // then:
        var sent: [String] = []
        let progress = ShowProgress { sent.append($0) }
        let failing = Interrupting(with: DiskIsFull(), at: .afterBatch) { $0.number == 1 }
        let learner = toyLearner(train: 6, valid: 2, callbacks: [progress, failing])
        do {
            try learner.fit(1)
        } catch {
            show("\(error)", "the fit ended with")
        }
        show(screen(after: sent).isEmpty, "nothing is left on the screen")
    }
}
