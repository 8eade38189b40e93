// # How good it is in the end
//
// Section 5.6 · After this page you know what a pretrained body is worth on a few hundred photos, with the spread over
// five seeds.

import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training
import Vision

// One training is one draw of the dice, and one split of the photos is another. So the last word of this section has
// five seeds, each with another fifth of the photos for validation, and three tasks: is it a cat or a dog, which of
// three bears is it (chapter 2 of the book gathers such photos), and which breed is it, for breeds with enough photos.
// The body is the pretrained one, frozen; a linear head learns from its features. Beside it stands the same net from
// scratch, on the small photos of the other pages, for two epochs and with a single seed (`--full` takes more of both).
// And there is somebody who always says what is most frequent. `JudgedTask` is what has to be told apart, and
// `accuracyOfAHead` how well a head does it:

/// Features with labels, and the photos that they are of.
struct JudgedTask {
    let name: String
    let features: Tensor
    let labels: [Int]
    let photos: [PracticePhoto]
    /// How long the body took for the photos.
    let seconds: Double

    var classes: Int { Set(labels).count }
    var majorityShare: Double { shareOfMostFrequent(labels) }
}

/// The accuracy of a linear head on a fifth of the rows that is drawn at random; it learns from the others.
func accuracyOfAHead(_ problem: JudgedTask, epochs: Int, using random: inout SplitMix64) throws -> Double {
    let order = random.permutation(problem.labels.count), held = problem.labels.count / 5
    func part(_ places: ArraySlice<Int>) -> (Tensor, IntTensor) {
        let rows = places.map { problem.features[$0] }
        return (.stack(rows), IntTensor(places.map { problem.labels[$0] }))
    }
    let trained = try trainedHead(
        train: part(order[held...]), valid: part(order[..<held]), classes: problem.classes, epochs: epochs,
        using: &random)
    return 1 - Double(trained.errors.last!)
}

extension ImageClassification {
    func fiveSeeds() throws {
        var table = TextTable(
            ["task", "photos", "pretrained", "from scratch", "most frequent", "milliseconds"], decimals: 3)
        for task in try judgedTasks {
            // At least 300 steps of 32 photos, however few there are.
            let epochs = run.size(quick: 2, usual: max(20, 300 * 32 / task.labels.count))
            let start = ContinuousClock.now
            let accuracies = try run.overSeedsAtOnce(run.size(quick: 2, usual: 5)) {
                try accuracyOfAHead(task, epochs: epochs, using: &$0)
            }
            let seconds = task.seconds + start.duration(to: .now) / .seconds(1)
            let scratch = try run.overSeeds(run.size(quick: 1, usual: 1, full: 3)) {
                try accuracyFromScratch(task, epochs: run.size(quick: 1, usual: 2, full: 6), using: &$0)
            }
            table.add(
                task.name, task.labels.count, Spread(accuracies), Spread(scratch), task.majorityShare,
                Int(seconds * 1000))
            let key = task.name.replacing(" ", with: "-")
            record("five-seeds/\(key)", over: accuracies)
            record("five-seeds/\(key)-from-scratch", over: scratch)
        }
        show(
            table,
            "Accuracies with \(try body.title). The time, in milliseconds, is that of all seeds and of the features"
        )

        // The body is where the work is: it sees each photo once, and after that five heads cost next to nothing. With
        // ImageNet's weights it is a matter of seconds, on a computer without a graphics card. Try your own photos, in
        // a folder for each kind: chapter 2 asks for just that, and with a pretrained body a hundred of them are often
        // enough.
        //
        // Is it fair? ImageNet has 118 breeds of dogs, and some breeds of cats; so the body has seen such animals by
        // name. What it has not seen is these photos. On generated pets the body has learned from generated scenes, and
        // there is a pair of breeds among them that nobody can tell apart for sure.
    }
}

// MARK: Helpers

extension ImageClassification {
    /// The tasks for which there are photos.
    private var judgedTasks: [JudgedTask] {
        get throws {
            let known = try features
            let all = Tensor.cat([known.train, known.valid])
            let names = (known.trainLabels + known.validLabels).map { breedNames[$0] }
            let files = try photos.map { PracticeFile(file: $0, label: try breedOf($0)) }
            func isCat(_ name: String) -> Bool { name.first!.isUppercase }
            let catsAndDogs = JudgedTask(
                name: "cat or dog", features: all, labels: names.map { isCat($0) ? 1 : 0 },
                photos: try files.map { try $0.read(practiceSize, isCat($0.label) ? "cat" : "dog") },
                seconds: known.seconds)
            // Where there are only cats, or only dogs, there is nothing to tell apart.
            var tasks = catsAndDogs.classes == 2 ? [catsAndDogs] : []
            let large = Set(try practicePhotos.map(\.breed))
            let rows = names.indices.filter { large.contains(names[$0]) }
            let classes = Vocabulary(large)
            tasks.append(
                JudgedTask(
                    name: "\(large.count) breeds", features: .stack(rows.map { all[$0] }),
                    labels: rows.map { classes[names[$0]]! }, photos: try practicePhotos, seconds: known.seconds))
            if let bears = try bears { tasks.insert(bears, at: tasks.count - 1) }
            return tasks
        }
    }

    /// Three kinds of bears, if their photos are on this machine.
    private var bears: JudgedTask? {
        get throws {
            guard source.folder != nil, let folder = try run.locator.find("bears").found?.folder else { return nil }
            let files = VerifiedPhotos(try photoFiles(in: folder)).readable
            let (start, layers, pipeline) = (ContinuousClock.now, try body.body().layers, try plan.pipeline)
            layers.eval()
            let rows = try stride(from: 0, to: files.count, by: 32).map { first in
                let batch = try pipeline.batch(Array(files[first..<min(first + 32, files.count)]))
                return noGrad { layers(batch).mean(axes: 2, 3) }
            }
            let kinds = Vocabulary(files.map(parentFolder))
            return JudgedTask(
                name: "\(kinds.count) bears", features: .cat(rows), labels: files.map { kinds[parentFolder($0)]! },
                photos: try files.map { try PracticeFile(file: $0, label: "").read(practiceSize, parentFolder($0)) },
                seconds: start.duration(to: .now) / .seconds(1))
        }
    }

    private var breedNames: [String] { get { (try? breeds.classes) ?? [] } }
}
