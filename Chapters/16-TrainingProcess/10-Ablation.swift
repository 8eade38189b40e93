// # Taking things away
//
// Section 16.10 · After this page you can find out what each part of a training is worth, by changing one list.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Here are the callbacks of this chapter in one picture. A dot means that the callback has a method for the event; it
// is made from what each of them noted while it ran. (Some of these methods do nothing during validation. `TrainEval`,
// `MixedPrecision` and `ActivationStatistics` also have a `cleanUp`, which is no event.) `company`
// is a training with nearly all of them; `ModelReset` and `RNNRegularizer` ran with the model of section 16.8 that
// reads numbers.

extension TrainingProcess {
    /// A short training on digits with many callbacks, and one on numbers with the two for models with a memory.
    func company() throws -> [LoopCallback] {
        var random = run.random
        let callbacks: [LoopCallback] = [
            BatchProgress { _ in }, ParameterScheduler(learningRate: .oneCycle(0.1)), Mixup(seed: run.seed),
            MixedPrecision(), GradientClip(to: 1), StepSizes(), ActivationStatistics(), TerminateOnNaN(),
        ]
        let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
        let loop = TrainingLoop(loaders, net, callbacks: callbacks)
        try loop.fit(1, learningRate: 0.1)
        let numbers = try numberLoop([ModelReset(), RNNRegularizer(alpha: 2, beta: 1)], using: &random)
        try numbers.fit(1, learningRate: 0.01)
        return loop.callbacks + numbers.callbacks.suffix(2)
    }

    func manyCallbacks() throws {
        let trace = EventTrace()
        try tinyLoop(train: 1, valid: 1, callbacks: [trace]).fit(1, learningRate: 0.1)
        let callbacks = try company()
        let columns = callbacks.map { EventDiagram.Column("\(type(of: $0))", $0.answered) }
        show(
            EventDiagram("Who listens to what", trace.events, columns: columns),
            "The callbacks of this chapter, and the events for which they have a method")
        let used = callbacks.reduce(into: Set<Event>()) { $0.formUnion($1.answered) }
        let unused = Event.allCases.filter { !$0.isCancel && !used.contains($0) }
        show(unused.isEmpty ? "none" : unused.map(\.rawValue).joined(separator: ", "), "events that nobody uses")
        record("callbacks/in-this-picture", callbacks.count)
    }
}

// They work together, since they share nothing but the loop. (The book's authors report that every paper that they
// tried, and every wish of a user, could be written as a callback, and that the loop never had to be changed.) And each
// of them can be left out, which makes one question easy: what is each part worth? Take one away at a time and see what
// is lost. Such an *ablation study* is a loop over lists. The training is the small net on a few digits, with four
// parts: a schedule (instead of a constant learning rate), mixed images, clipped gradients, and half precision. `parts`
// makes them, and `errorRate` trains with some of them:

extension TrainingProcess {
    /// The parts of the training, by name. Each training needs new ones.
    func parts(seed: UInt64) -> [(name: String, callback: LoopCallback)] {
        [
            ("schedule", ParameterScheduler(learningRate: .oneCycle(0.5))), ("Mixup", Mixup(seed: seed)),
            ("clipping", GradientClip(to: 1)), ("half precision", MixedPrecision()),
        ]
    }

    /// The share of wrong answers of a net that is trained with some of the parts.
    func errorRate(with names: [String], using random: inout SplitMix64) throws -> Float {
        let (loaders, net) = (try fewDigits(using: &random), smallNet(using: &random))
        let chosen = parts(seed: random.next()).filter { names.contains($0.name) }
        let loop = TrainingLoop(loaders, net, callbacks: chosen.map(\.callback))
        try loop.fit(run.size(quick: 1, usual: 20), learningRate: 0.5)
        return 1 - loop.recorder.rows.last!.accuracy
    }

    func ablation() throws {
        // All parts, all but one for each, the schedule alone, and none; every training from the same starts and with
        // the same order of images, so that the seeds can be compared one by one:
        let all = parts(seed: 0).map(\.name)
        let lists =
            [("all", all)] + all.map { left in ("without \(left)", all.filter { $0 != left }) }
            + [("only the schedule", ["schedule"]), ("none", [])]
        let rates = try lists.map { _, names in
            try run.overSeeds(run.size(quick: 2, usual: 5, full: 10)) { random in
                try errorRate(with: names, using: &random)
            }
        }
        var table = TextTable(["callbacks", "wrong answers", "seeds on which it is worse than all"], decimals: 4)
        for ((name, _), errors) in zip(lists, rates) {
            let worse = zip(errors, rates[0]).count { $0 > $1 }
            table.add(name, Spread(errors), name == "all" ? "" : "\(worse) of \(errors.count)")
        }
        show(table, "the share of wrong answers on \(source.name), the same seeds for every list")
        show(
            Chart(
                "With all parts, without one of them, and without any", x: "callbacks", y: "wrong answers, in percent"
            ) {
                Points(lists.map(\.0), columns: rates.map { $0.map { 100 * $0 } }, "one seed", colour: .sky)
                Points(lists.indices, rates.map { 100 * Spread($0).mean }, "mean of the seeds", colour: .vermilion)
                Rule(y: 100 * Spread(rates[0]).mean, "mean with all parts")
            }, "What is lost without each part, \(counted(rates[0].count, "seed"))")
        for ((name, _), errors) in zip(lists, rates) {
            record("ablation/\(slug(name))", over: errors)
        }
        let alwaysTheSame = 1 - 1 / Float(10)
        record("ablation/always-the-same-answer", alwaysTheSame)

        // What can be said of it? A difference counts if it shows on most seeds; the last column says on how many.
        let changes = zip(lists, rates).dropFirst().prefix(all.count).map { list, errors in
            (name: list.0, change: Spread(errors).mean - Spread(rates[0]).mean)
        }
        let largest = changes.max { abs($0.change) < abs($1.change) }!
        show("\(largest.name), for the \(largest.change < 0 ? "better" : "worse")", "what changes the mean most")

        let worseWithoutAny = zip(rates[0], rates.last!).count { $0 < $1 }
        show(
            "\(worseWithoutAny) of \(rates[0].count)", "seeds on which the training is worse without any of them",
            predict: .count(
                "Four parts, all recommended by papers. On how many of the \(counted(rates[0].count, "seed")) is the training worse "
                    + "without any of them?", worseWithoutAny))

        // If that is not most of them, all the effort was in vain on these data, and it is good to know. Half precision
        // should cost nothing; that is what it is for. Compare the schedule alone with none: that is what it is worth
        // by itself. In the line without it, what is left has to do without it, which is another question. Look at the
        // spreads as well, for a part may be worth something on the worst seed only; and if a mean hardly moves and its
        // spread neither, then these data have no opinion about that part. And Mixup is made for nets that are trained
        // long enough to learn their images by heart; a short training may do better without. That is what the study is
        // for: a table in place of an opinion, and not a line of the loop was touched.
    }
}
