// Questions 2.8 and 2.21 to 2.23: an application, its parts, and where it runs.

import Foundation
import Tensors
import TestSupport
import Testing
import Vision

@testable import Chapter02

extension `2 Questionnaire` {
    /// 2.8 · Create a recognizer of images from data that you have chosen yourself, and put it on the web.
    ///
    /// The way is: a folder of photos for each kind; a first training; a look at the worst errors, and better data; a
    /// second training; an exported file; a program that loads the file and answers requests. `swift run ch02 --data
    /// DIR` does the first part with your own folder `bears` in DIR, `swift run ch02 --serve` the last one on your
    /// machine, and six steps bring it to a server that others can reach.
    ///
    /// - Shown by: `withoutAScript` in Chapters/02-ModelToProduction/05f-ThePage.swift
    /// - Shown by: `sixSteps` in Chapters/02-ModelToProduction/05n-Deploying.swift
    @Test func `2.8 what was exported to a file answers on the web as it does here`() async throws {
        let photo = try pngPhoto(80, 50)
        try await withFolderAsync { folder in
            let (net, file) = (try untrainedNet(["map", "compass"]), folder.appending(path: "own.model"))
            try net.model.export(to: file)
            let server = try await AppServer(PhotoApp(photos: try PhotoNet(file), digits: nil), port: 0)
            let port = server.port
            let answer = await asked(uploadRequest(photo, named: "a.png", to: "/api/predict", port: port), port)
            await server.stop()
            let said = try JSONDecoder().decode(PhotoAnswer.self, from: answer?.body ?? Data())
            let here = try net.model.predict(try OpenedPhoto(bytes: [UInt8](photo), name: "a"))
            let best = here.outputs.max().item
            #expect(said.prediction == here.text && said.probability == best && said.probabilities.count == 2)
        }
    }

    /// 2.21 · What are IPython widgets?
    ///
    /// Parts of a user interface in a notebook: buttons, sliders, an upload. Each has two halves, JavaScript in the
    /// browser and Python in the notebook's kernel, that tell each other what happens. Voilà shows a notebook as an
    /// application of them, without its code. Our page has the same parts, as elements of HTML with a script in the
    /// browser, and a program that answers: a field for a file, a place for the picture, a line, a button.
    ///
    /// - Shown by: `appPage` in Chapters/02-ModelToProduction/AppPage.swift
    /// - Shown by: `theLineOfTheBook` in Chapters/02-ModelToProduction/05f-ThePage.swift
    @Test func `2.21 a part in the browser, and a program that hears of it`() throws {
        let page = appPage(try untrainedApp(), answer: nil)
        // The parts in the browser …
        #expect(page.contains("type=\"file\"") && page.contains("Classify") && page.contains("id=\"said\""))
        // … the script that tells of them, and the program's ears.
        #expect(appScript.contains("fetch(path") && appScript.contains("\"/answer\""))
        #expect(AppPath.methods["/answer"] == ["POST"])
    }

    /// 2.22 · When is a CPU the better choice for a deployed model, and when a GPU?
    ///
    /// A CPU, as long as one picture at a time is asked for and there are not very many: it is cheaper, there are more
    /// offers, and nothing has to be gathered in queues. A GPU does much of the same work at the same time; a single
    /// picture leaves most of it idle. It pays off where there are so many requests that they can be predicted in
    /// batches without making anybody wait, and where the model is so large that a CPU is too slow for one.
    ///
    /// - Shown by: `costOfABatch` in Chapters/02-ModelToProduction/05k-PredictedTogether.swift
    /// - Shown by: `waitingOnPurpose` in Chapters/02-ModelToProduction/05l-CrowdsAndLoners.swift
    @Test func `2.22 where only a batch is cheap, one user pays for waiting or for idleness, and a crowd for neither`()
    {
        // Like a GPU: dear for any batch, nearly nothing for each picture. Like a CPU: all pictures cost the same.
        let (gpu, cpu) = ((perBatch: 20.0, perPicture: 0.1), (perBatch: 1.0, perPicture: 4.0))
        func median(_ machine: (perBatch: Double, perPicture: Double), users: Int) -> Double {
            SimulatedQueue(patience: 0, most: 64, perBatch: machine.perBatch, perPicture: machine.perPicture)
                .run(users: users, requests: 400).median
        }
        #expect(median(cpu, users: 1) < median(gpu, users: 1))
        #expect(median(gpu, users: 64) < median(cpu, users: 64))
        // Waiting for a batch costs a lone user the whole wait.
        let patient = SimulatedQueue(patience: 30, most: 64, perBatch: 1, perPicture: 4).run(users: 1, requests: 50)
        #expect(patient.median == median(cpu, users: 1) + 30)
    }

    /// 2.23 · What are the downsides of running a model on a server instead of on the user's device?
    ///
    /// It needs a network connection; each answer takes the time of a journey there and back, and the photo's way up;
    /// what users send leaves their device, so that they may worry about their privacy, and you have to protect it; and
    /// the server has to be paid for, looked after, and multiplied when users are many, while each of them would bring
    /// a device along.
    ///
    /// - Shown by: `bytesOnTheWay` in Chapters/02-ModelToProduction/05m-ServerOrDevice.swift
    /// - Shown by: `whoPaysForComputing` in Chapters/02-ModelToProduction/05m-ServerOrDevice.swift
    @Test func `2.23 a slow line makes a slow device the faster one, a fast line does not`() {
        let (slow, fast) = (Journey(uplink: 0.5e6, roundTrip: 0.15), Journey(uplink: 100e6, roundTrip: 0.01))
        let device = 0.5
        #expect(slow.seconds(bytes: 50_000, computing: 0.05) > device)
        #expect(fast.seconds(bytes: 50_000, computing: 0.05) < device)
        // Without any computing at all, the journey remains.
        #expect(abs(slow.seconds(bytes: 0, computing: 0) - 0.45) < 1e-12)
    }
}
