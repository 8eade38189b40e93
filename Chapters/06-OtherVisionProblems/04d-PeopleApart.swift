// # People apart
//
// Section 6.4 · After this page you can divide frames so that nobody is on both sides, and see why chance would not do.

import Datasets
import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Until now a fifth of the photos, drawn at random, was kept for validation. Frames of a video are not photos. The next
// frame is nearly the same: the same person, the same wall, the head a little further to the left. Draw frames at
// random, and for each that you judge by there is a twin among those that were learned from. The net may know the
// answer by heart. But what it is for is people whom it has never seen. So the book holds back one whole recording, the
// folder 13:

/// The places of the items whose group is held back, and of all others. (The book's `FuncSplitter` with the name of the
/// folder.)
public func split(_ groups: [String], holdingBack held: Set<String>) -> (train: [Int], valid: [Int]) {
    (groups.indices.filter { !held.contains(groups[$0]) }, groups.indices.filter { held.contains(groups[$0]) })
}

extension OtherVisionProblems {
    func oneRecordingHeldBack() throws {
        // (`headFrames` are the frames of this run, and `judgedRecording` is 13, or the last but one where there is no
        // recording of that name.)
        let (frames, held) = (try headFrames, try judgedRecording)
        let (train, valid) = split(frames.map(\.recording), holdingBack: [held])
        show("\(train.count) and \(valid.count)", "frames to learn from, and of recording \(held) for validation")
        let engine = try Splitter<HeadFrame>.function { $0.recording == held }(frames)
        show(engine.train == train && engine.valid == valid, "the engine's splitter by a function does the same")
        record(
            "heads/recordings-on-both-sides", Set(train.map { frames[$0].recording }).intersection([held]).count,
            predict: .count("How many recordings are on both sides of this split?", 0))
        let random = try Splitter<HeadFrame>.random(seed: 42)(frames)
        let both = Set(random.train.map { frames[$0].recording })
            .intersection(Set(random.valid.map { frames[$0].recording }))
        show("\(both.count) of \(Set(frames.map(\.recording)).count)", "recordings on both sides of a random split")
    }

    func nearestTwins() throws {
        // How near is the nearest frame that was learned from? As a mean difference of pixels, from 0 to 1, the
        // pictures made small first. `nearest` finds it:
        let frames = try headFrames
        let small = try PhotoPipeline(item: Resize([18, 24], .squish)).batch(frames.map(\.picture)).flattened(from: 1)
        func nearest(_ place: Int, _ others: [Int]) -> (place: Int, distance: Float) {
            let all = (Tensor.stack(others.map { small[$0] }) - small[place]).abs().mean(axis: 1)
            let best = all.argmin(axis: 0).item
            return (others[best], all[best].item)
        }
        let ways = [
            ("at random", try Splitter<HeadFrame>.random(seed: 42)(frames)),
            ("by recording", split(frames.map(\.recording), holdingBack: [try judgedRecording])),
        ]
        var table = TextTable(["split", "mean distance of the nearest frame learned from"], decimals: 4)
        var (pictures, titles, means) = ([Raster](), [String](), [Double]())
        for (name, parts) in ways {
            let judged = parts.valid.prefix(run.size(quick: 4, usual: 30))
            let found = judged.map { nearest($0, parts.train) }
            means.append(found.map { Double($0.distance) }.reduce(0, +) / Double(found.count))
            table.add(name, means.last!)
            pictures += try [judged[judged.startIndex], found[0].place].map { try Photo(frames[$0].picture).raster }
            titles += ["judged by, \(name)", "learned from"]
        }
        show(
            table, "\(headsName): twins across the split",
            predict: .choice(
                "In which split does a validation frame have the nearer twin?", ["at random", "by recording"],
                answer: means[0] < means[1] ? "at random" : "by recording"))
        show(
            ImageGrid(pictures, titles: titles, columns: 2, cellSize: 256),
            "A frame, and the one of \(headsName) that is most like it")
    }

    func recordedTwice() throws {
        // A folder is not quite a person. BIWI has 24 recordings of 20 people; four were recorded twice. Whoever holds
        // back folder 13 should look whether its person sits in another one, too. The book does not. In the generated
        // recordings it is known who is who: the last four show people whom you have met before, in another room and in
        // other clothes.
        let people = (1...GeneratedHeads.recordings).map { GeneratedHeads.person(of: $0) }
        let twice = Dictionary(grouping: 1...24) { people[$0 - 1] }.filter { $0.value.count > 1 }
        var table = TextTable(["person", "recordings"])
        for (person, places) in twice.sorted(by: { $0.key < $1.key }) {
            table.add(person, places.map(\.description).joined(separator: " and "))
        }
        show(table, "Who was recorded twice among the generated heads")
        let thirteenth = people[12]
        record(
            "heads/recordings-of-the-person-in-13", people.count { $0 == thirteenth },
            ask: "How many generated recordings show the person of recording 13?")
        // #hide
        if headSource.isStandIn {
            let headsOfAll = try headFrames
            let some = ["13", "23", "12"].compactMap { name in headsOfAll.first { $0.recording == name } }
            show(
                ImageGrid(
                    try some.map { try Photo($0.picture).raster }, titles: some.map { "recording \($0.recording)" },
                    columns: 3,
                    cellSize: 256), "Recordings 13 and 23 show one person, 12 another one")
        }

        // What all of this does to the error of a net is measured below, once there is one.
    }
}
