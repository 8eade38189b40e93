// # What leaks from one frame to the next
//
// Section 6.4 · After this page you have measured how much a random split flatters a net, and what a person who sits in
// two folders does.

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
// 1. all other recordings, and the *other half of the frames* of this one, as a random split would have it;
// 2. all other recordings, as in the book;
// 3. all recordings of other *people*: if the person was recorded twice, the second recording is left out, too.
//
// All three learn from equally many frames: what the second and the third lack, they get from elsewhere in the data, as
// far as there are more frames; here, all are cut to the smallest of the three.

extension OtherVisionProblems {
    func threeWaysToHoldBack() throws {
        let frames = try headFrames
        let names =
            try twiceRecorded ?? (0..<4).map { try heads.recordings[$0 * heads.recordings.count / 4] }.map { [$0] }
        let isKnown = try twiceRecorded != nil
        let count = run.size(quick: 1, usual: 4)
        var errors = [[Double]](repeating: [], count: isKnown ? 3 : 2)
        for (number, own) in names.prefix(count).enumerated() {
            let held = own[0]
            let places = frames.indices.filter { frames[$0].recording == held }
            let judged = Set(places.enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
            let twins = places.filter { !judged.contains($0) }
            let others = frames.indices.filter { frames[$0].recording != held }
            let strangers = others.filter { !own.contains(frames[$0].recording) }
            // As many for each: some of the strangers make room for the twins, or for the second recording.
            let room = strangers.count - max(twins.count, others.count - strangers.count)
            let some = (0..<room).map { strangers[$0 * strangers.count / max(room, 1)] }
            let ways = [
                some + twins, some + others.filter { own.contains(frames[$0].recording) }.prefix(twins.count),
                strangers.prefix(room + twins.count).map { $0 },
            ]
            for way in errors.indices {
                let train = isKnown || way == 0 ? ways[way] : ways[2]
                let block = try headBlock.new(splitter: Splitter("hand") { _ in (train, judged.sorted()) })
                var random = SplitMix64(seed: UInt64(number))
                errors[way].append(try errorOfHead(block, using: &random))
            }
        }
        let titles = [
            "half of its own frames, too", isKnown ? "the person's other recording, too" : "other recordings",
            "other people alone",
        ]
        var table = TextTable(["learned from", "error, % of the width"], decimals: 2)
        for way in errors.indices { table.add(titles[way], Spread(errors[way])) }
        show(
            table, "\(headsName): error on every second frame of a recording, \(counted(errors[0].count, "recording"))",
            predict: .choice(
                "Which net seems to be the best?", titles.prefix(errors.count).map { $0 },
                answer: titles[errors.indices.min { Spread(errors[$0]).mean < Spread(errors[$1]).mean }!]))
        record("leak/error-with-own-frames", over: errors[0])
        record("leak/error-with-other-people-alone", over: errors.last!)
        let better = zip(errors[0], errors.last!).count { $0 < $1 }
        show(
            "\(better) of \(errors[0].count)", "recordings for which the net that knows half of the frames seems better"
        )
        // #hide
        if isKnown { record("leak/error-with-the-other-recording", over: errors[1]) }

        // The last row is what the net is worth for somebody new. The first is what a random split would have told you.
        // Nothing about the net has changed; only the question.
        //
        // Does it matter when a person sits in two folders? Another room and other clothes make a recording much less
        // of a twin than the next frame is. But a face is a face: look whether the middle row is nearer to the first or
        // to the last.
    }
}

// MARK: Helpers

extension OtherVisionProblems {
    /// Recordings of one person, if it is known who is who.
    private var twiceRecorded: [[String]]? {
        get throws { headSource.isStandIn ? [["13", "23"], ["03", "21"], ["08", "22"], ["17", "24"]] : nil }
    }
}
