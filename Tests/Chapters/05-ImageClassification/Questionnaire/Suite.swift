import Testing

@Suite struct `5 Questionnaire` {}
