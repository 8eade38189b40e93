// Questions 2.18 to 2.20: the confusion matrix, exporting, inference.

import Common
import Foundation
import Safetensors
import Tensors
import TestSupport
import Testing
import Training
import Vision

@testable import Chapter02

extension `2 Questionnaire` {
    /// 2.18 · What is a confusion matrix?
    ///
    /// A table of counts with a row for each class that photos really show, and a column for each class that the model
    /// says. Each cell has the number of photos of the one class that were taken for the other. What is right is on the
    /// diagonal; the sum of all cells is the number of photos that were judged, which are those of the validation set.
    ///
    /// - Shown by: `confusedBears` in Chapters/02-ModelToProduction/04b-WhatItConfuses.swift
    @Test func `2.18 rows are true, columns are predicted, and what is right is on the diagonal`() throws {
        let p = Tensor([[0.8, 0.2, 0], [0.1, 0.9, 0], [0.6, 0.4, 0], [0, 0.3, 0.7]])
        let judged = ClassificationInterpretation(p, actual: [0, 0, 0, 2], classes: ["black", "grizzly", "teddy"])
        // One of the black bears was taken for a grizzly; no grizzly was there to be taken for a black bear.
        #expect(judged.confusionMatrix == [[2, 1, 0], [0, 0, 0], [0, 0, 1]])
        #expect(judged.accuracy == 0.75)

        let learner = try colourLearner()
        let matrix = try ClassificationInterpretation(learner).confusionMatrix
        #expect(matrix.joined().reduce(0, +) == learner.data.datasets.valid.count)
    }

    /// 2.19 · What does `export` save?
    ///
    /// All that is needed to use the model without the program that trained it: the architecture, the trained
    /// parameters, and how the data loaders are made. From these come the vocabulary, and the transforms of the
    /// validation set, so that a new photo is treated as in validation, with nothing left to chance.
    ///
    /// - Shown by: `exportedBears` in Chapters/02-ModelToProduction/05-ExportAndLoad.swift
    @Test func `2.19 export saves architecture, parameters, vocabulary and transforms`() throws {
        try withFolder { folder in
            let (file, learner) = (folder.appending(path: "export.safetensors"), try colourLearner())
            try learner.export(to: file)
            let content = try SafetensorsFile(reading: file)
            #expect(Set(content.tensors.keys) == Set(learner.net.stateDictionary.keys.map { "net.\($0)" }))
            let card = try #require(content.metadata["photo model"])
            #expect(card.contains("small4") && card.contains(#"["black","grizzly","teddy"]"#))
            #expect(card.contains("16") && card.contains("deviation"))

            // Nothing else is needed for the very same answers.
            let model = try PhotoModel<CategoryBlock>(file, architectures: ModelToProduction.smallBodies)
            #expect(try bitsOfAnswers(model) == bitsOfAnswers(learner.model))
        }
    }

    /// 2.20 · What is it called when a model is used to predict, and not trained?
    ///
    /// Inference. Nothing is learned then and nothing is left to chance: the same photo gets the same answer every
    /// time.
    ///
    /// - Shown by: `alwaysTheSame` in Chapters/02-ModelToProduction/05b-PredictOne.swift
    @Test func `2.20 inference changes no number of the net and leaves nothing to chance`() throws {
        let learner = try colourLearner()
        let before = learner.net.stateDictionary.mapValues(\.scalars)
        let answers = try (0..<5).map { _ in try bitsOfAnswers(learner.model) }
        #expect(Set(answers).count == 1)
        #expect(learner.net.stateDictionary.mapValues(\.scalars) == before)
        // Training is not inference: it changes the numbers.
        try EpochReporting.silently { try learner.fit(1, 1e-2) }
        #expect(learner.net.stateDictionary.mapValues(\.scalars) != before)
    }
}
