import Chapter19
import Foundation
import Tensors
import TestSupport
import Testing

// MARK: What belongs to training, and schedules: sections 19.6 to 19.8

extension `19 Questionnaire` {
    /// 19.29 · Why does `one_batch` ask whether the model is training?
    ///
    /// Because validation goes through the same method, and must not learn: no backward pass, no step. Otherwise the
    /// model would be fitted to the very data that it is judged by.
    ///
    /// - Shown by: `oneBatch` in Chapters/19-LearnerFromScratch/06c-Learner.swift
    @Test func `19.29 validation leaves the weights as they are`() throws {
        final class Weights: Callback {
            var atBegin: [[Float]] = [], atEnd: [[Float]] = [], losses: [Float] = []
            var isTraining: [Bool] = []
            private var now: [Float] { self.model.parameters.flatMap(\.value.scalars) }
            override func beforeEpoch() { atBegin.append(now); isTraining.append(self.model.isTraining) }
            override func afterBatch() { if !self.model.isTraining { losses.append(self.batchLoss!.item) } }
            override func afterEpoch() { atEnd.append(now) }
        }
        let weights = Weights()
        let learner = toyLearner(train: 6, valid: 6, callbacks: [weights])
        try learner.fit(2)
        #expect(weights.isTraining == [true, false, true, false])
        #expect(zip(weights.atBegin, weights.atEnd).map { $0 != $1 } == [true, false, true, false])
        #expect(weights.losses.count == 6 && weights.losses.allSatisfy { $0 > 0 })  // it was judged, all the same
        #expect(learner.model.parameters.allSatisfy { $0.grad == nil })
    }

    /// 19.30 · What is `store_attr`?
    ///
    /// A function of fastai that is called in `__init__`. It makes attributes of the object from the arguments, under
    /// their names: all of them, or those that are listed. It saves a line `self.model = model` for each. Swift has it
    /// for structs, which get an initializer with all properties by themselves; a class lists them, in one line if it
    /// likes: `(self.model, self.loss) = (model, loss)`.
    ///
    /// - Shown by: `Learner` in Chapters/19-LearnerFromScratch/06c-Learner.swift
    @Test func `19.30 arguments become properties of the same names`() {
        struct Settings { var learningRate: Float, epochs: Int }  // the initializer is made by the compiler
        let settings = Settings(learningRate: 0.5, epochs: 3)
        #expect(settings.learningRate == 0.5 && settings.epochs == 3)
        let example = toyLearner(train: 2, valid: 2)
        let learner = Learner(example.model, example.loaders, learningRate: 0.25, callbacks: [Trace(), TrackResults()])
        #expect(learner.model === example.model && learner.loaders.train === example.loaders.train)
        #expect(
            learner.learningRate == 0.25 && learner.callbacks.map { "\(type(of: $0))" } == ["Trace", "TrackResults"])
    }

    /// 19.31 · What is `TrackResults.before_epoch` for?
    ///
    /// It empties what was added up, the correct answers, the losses and the number of items. So every pass is counted
    /// by itself: training and validation, and each epoch. Without it the numbers of validation would be means over
    /// training and validation together, and those of later epochs means over all that came before.
    ///
    /// - Shown by: `TrackResults` in Chapters/19-LearnerFromScratch/07b-PrepareAndTrack.swift
    @Test func `19.31 every pass is counted by itself`() throws {
        final class Forgetful: Listener {
            weak var learner: Learner!
            let results = TrackResults()
            func respond(to event: Event) throws {
                results.learner = learner
                if event != .beforeEpoch { try results.respond(to: event) }
            }
        }
        let (results, forgetful, losses) = (TrackResults(), Forgetful(), BatchLosses())
        let learner = toyLearner(train: 40, valid: 9, learningRate: 0.5, callbacks: [results, forgetful, losses])
        try learner.fit(2)
        // Training batches are of one size here, so the loss of an epoch is the mean of its batches.
        for epoch in 0..<2 {
            let mean = losses.losses[20 * epoch..<20 * (epoch + 1)].reduce(0, +) / 20
            expectClose(Tensor(results.rows(training: true)[epoch].loss), Tensor(mean))
        }
        let rows = results.rows
        #expect(forgetful.results.rows[0] == rows[0])
        let mixed = (40 * rows[0].loss + 9 * rows[1].loss) / 49
        expectClose(Tensor(forgetful.results.rows[1].loss), Tensor(mixed))
        #expect(abs(mixed - rows[1].loss) > 0.01)
    }

    /// 19.32 · What does `model.cuda` do, and how?
    ///
    /// It moves the model to the graphics card: it goes through all parameters, which the model finds in all its parts,
    /// and replaces the numbers of each by a copy that is there. The parameter itself stays the same object, so an
    /// optimizer that holds it goes on working. There is no graphics card here; but any change of all numbers goes the
    /// same way.
    ///
    /// - Shown by: `changeValues` in Chapters/19-LearnerFromScratch/03e-Linear.swift
    @Test func `19.32 the numbers of every parameter are replaced, the parameters stay`() {
        var random = SplitMix64(seed: 1932)
        let model = simpleCNN(classes: 3, using: &random)
        let optimizer = SGD(model.parameters, learningRate: 1)
        let before = model.parameters.map { $0.value.detached() }
        var moved = 0
        model.changeValues { value in
            moved += 1
            return 2 * value
        }
        #expect(moved == 10)
        #expect(zip(optimizer.parameters, model.parameters).allSatisfy { $0 === $1 })
        for (parameter, value) in zip(model.parameters, before) { expectClose(parameter.value, 2 * value) }
        // They are still learned.
        for parameter in model.parameters { parameter.grad = parameter.value.detached() }
        optimizer.step()
        #expect(model.parameters.allSatisfy { $0.value.scalars.allSatisfy { $0 == 0 } })
    }

    /// 19.33 · Why do `LRFinder` and `OneCycle` ask whether the model is training?
    ///
    /// Because their events come for validation batches, too. Rates belong to steps, and validation takes none. Without
    /// the question the finder would raise the rate during validation, and put losses on its curve that no step belongs
    /// to; and the schedule would note rates that are never used.
    ///
    /// - Shown by: `LRFinder` in Chapters/19-LearnerFromScratch/08-LearningRateFinder.swift
    /// - Shown by: `OneCycle` in Chapters/19-LearnerFromScratch/08c-OneCycle.swift
    @Test(arguments: [0, 6, 30])
    func `19.33 validation batches move neither the finder nor the schedule`(_ valid: Int) throws {
        let (finder, cycle) = (LRFinder(), OneCycle(0.1))
        try toyLearner(train: 10, valid: valid, callbacks: [finder]).fit(3)
        #expect(finder.rates.count == 15 && finder.losses.count == 15)
        expectClose(Tensor(finder.rates), Tensor((1...15).map { Float(1e-6 * pow(1.2, Double($0))) }), absolute: 0)
        try toyLearner(train: 10, valid: valid, callbacks: [cycle]).fit(3)
        #expect(cycle.rates.count == 15)
        expectClose(Tensor(cycle.rates), Tensor((0..<15).map { Float(cycle.rate(after: Double($0) / 15)) }))
    }

    /// 19.34 · Use cosine annealing in `OneCycle`.
    ///
    /// The two straight lines become two halves of a wave. Between start and end, when a share t of the time is over,
    /// the rate is start + (1 − cos πt) / 2 · (end − start) in place of start + t · (end − start): both ends and the
    /// middle stay where they are, and it is flat at the ends. Everything else remains.
    ///
    /// - Shown by: `OneCycle` in Chapters/19-LearnerFromScratch/08c-OneCycle.swift
    @Test func `19.34 half a wave up, half a wave down`() throws {
        let (lines, cosines) = (OneCycle(0.1), OneCycle(0.1, shape: .cosine))
        func values(_ cycle: OneCycle, _ shares: [Double]) -> Tensor {
            Tensor(shares.map { Float(cycle.rate(after: $0)) })
        }
        let meeting = [0, 0.125, 0.25, 0.625]  // the ends and the middles
        expectClose(values(cosines, meeting), Tensor([0.01, 0.055, 0.1, 0.05]))
        expectClose(values(lines, meeting), values(cosines, meeting))
        // A quarter of the way up, (1 − cos 45°) / 2 = 0.1464 of the rise; a quarter of the way down the same of the
        // fall.
        expectClose(values(cosines, [0.0625, 0.4375]), Tensor([0.0231802, 0.0853553]))
        expectClose(values(lines, [0.0625, 0.4375]), Tensor([0.0325, 0.075]))
        // Flat at the ends: the first hundredth of the fall takes less than a thirtieth of what it takes on a line.
        let drops = [lines, cosines].map { 0.1 - $0.rate(after: 0.2575) }
        #expect(drops[1] > 0 && drops[1] < drops[0] / 30)
        try toyLearner(train: 8, valid: 2, callbacks: [cosines]).fit(2)
        expectClose(Tensor(cosines.rates[2]), Tensor(0.1))  // step 2 of 8: a quarter is done
    }
}
