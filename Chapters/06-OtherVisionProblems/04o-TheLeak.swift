// # What leaks from one frame to the next
//
// Section 6.4 · After this page you can measure how much a random split flatters a net, and know why a few nets do not
// settle it.

import Common
import Datasets
import Figures
import Notebook
import Tensors
import Training
import Vision

// The claim was that a random split shows twins to the net. Put a number on it. The judge is the same for all: every
// second frame of one recording. Three nets learn from
//
// 1. recordings of other people, and the *other half of the frames* of this one, as a random split would have it;
// 2. recordings of other people, and as many frames of the *same person's other recording*, if there is one;
// 3. recordings of other people, and nothing else.
//
// All three learn from equally many frames, and the first two differ from the third in a handful of them only. (Of the
// other people, every third frame is taken; that saves time, and makes the handful weigh more.) `WaysToHoldBack` are
// the three sets, for one person:

/// What nets learn from, and the frames that judge them; places of frames.
struct WaysToHoldBack {
    let judged, twins, secondRecording, strangers: [Int]

    /// - Parameter own: the recordings of one person. The first is judged.
    init(_ frames: [HeadFrame], own: [String]) {
        let held = frames.indices.filter { frames[$0].recording == own[0] }
        let half = (0..<held.count).filter { $0 % 2 == 0 }.map { held[$0] }
        judged = (0..<held.count).filter { $0 % 2 == 1 }.map { held[$0] }
        let ofSecond = frames.indices.filter { own.dropFirst().contains(frames[$0].recording) }
        let second = evenly(half.count, of: ofSecond.count).map { ofSecond[$0] }
        let others = frames.indices.filter { !own.contains(frames[$0].recording) }
        let strangers = evenly(others.count / 3, of: others.count).map { others[$0] }
        self.strangers = strangers
        // As many for each: some of the strangers make room.
        let fewer = evenly(max(1, strangers.count - half.count), of: strangers.count).map { strangers[$0] }
        (twins, secondRecording) = ((fewer + half).sorted(), (fewer + second).sorted())
    }
}

extension OtherVisionProblems {
    func threeWaysToHoldBack() throws {
        let (frames, isKnown) = (try headFrames, try twiceRecorded != nil)
        let people = try (twiceRecorded ?? everyFourthPart).prefix(run.size(quick: 1, usual: 3))
        var errors = [[Double]](repeating: [], count: isKnown ? 3 : 2)
        for own in people {
            let ways = WaysToHoldBack(frames, own: own)
            let sets = isKnown ? [ways.twins, ways.secondRecording, ways.strangers] : [ways.twins, ways.strangers]
            for (way, train) in sets.enumerated() {
                errors[way].append(try leakError(train, ways.judged))
            }
        }
        let titles =
            ["half of its own frames, too"] + (isKnown ? ["the person's other recording, too"] : [])
            + ["other people alone"]
        var table = TextTable(["learned from"] + people.map { "recording \($0[0])" } + ["mean"], decimals: 2)
        for (title, row) in zip(titles, errors) {
            table.rows.append([title] + row.map { $0 as any TableCell } + [Spread(row).mean])
        }
        show(
            table, "\(headsName): error on every second frame of a recording, % of the width",
            predict: .choice(
                "Which net seems to be the best, on average?", titles,
                answer: titles[errors.indices.min { Spread(errors[$0]).mean < Spread(errors[$1]).mean }!]))
        record("leak/error-with-own-frames", over: errors[0])
        if isKnown { record("leak/error-with-the-other-recording", over: errors[1]) }
        record("leak/error-with-other-people-alone", over: errors.last!)
        let gaps = zip(errors[0], errors.last!).map { $1 - $0 }
        show("\(gaps.count { $0 > 0 }) of \(gaps.count)", "recordings for which half of the frames seems to help")
        let widest = gaps.indices.max { gaps[$0] < gaps[$1] }!
        show(
            "\(fixed(errors[0][widest], 2)) % and \(fixed(errors.last![widest], 2)) %",
            "recording \(people[widest][0]), where it helps the most: with half of its frames, and with other people alone"
        )
        record("leak/largest-gap", gaps[widest])

        // The last row is what a net is worth for somebody new. The first is what a random split would have told you.
        // Nothing about the net has changed; only the question.
        let isClear = gaps.allSatisfy { $0 > 0 }
        show(
            isClear
                ? "Here twins helped with every recording."
                : "Here twins did not help with every recording, so the leak is not shown by these few nets.")

        // Three recordings with one net each are few, and the dice weigh much: with another seed (try some `--seed`),
        // the mean of the last row may be no worse than that of the first. That does not make a random split right: its
        // question is still another one than that of somebody new. But how much it flatters these nets, so small an
        // experiment cannot say. Look at single recordings, not at the mean, which one of them may decide.
        //
        // Does it matter when a person sits in two folders? Another room and other clothes make a recording much less
        // of a twin than the next frame is, but a face is a face. The middle row, which is there where it is known who
        // is who, answers no more clearly than the other two do. Whoever wants to be safe holds back both.
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// Recordings of one person, if it is known who is who.
    private var twiceRecorded: [[String]]? {
        get throws { headSource.isStandIn ? [["13", "23"], ["03", "21"], ["08", "22"], ["17", "24"]] : nil }
    }

    /// Four recordings, each for a person of its own.
    private var everyFourthPart: [[String]] {
        get throws {
            let names = try heads.recordings
            return (0..<4).map { [names[$0 * names.count / 4]] }
        }
    }

    /// The error on the judged frames of a net that has learned from others. Small batches make up for few frames.
    private func leakError(_ train: [Int], _ judged: [Int]) throws -> Double {
        let block = try headBlock.new(splitter: Splitter("hand") { _ in (train, judged) })
        var random = run.random
        let data = try block.loaders(of: try headFrames, batchSize: headBatch / 2, using: &random)
        let learner = VisionLearner(data, body: try headBody.body(), head: headPlan, using: &random)
        learner.unfreeze()
        try EpochReporting.silently { try learner.fitOneCycle(headEpochs, LearningRates(headRate)) }
        return percentOfWidth(learner.learner.recorder.rows.last!.validLoss)
    }
}
