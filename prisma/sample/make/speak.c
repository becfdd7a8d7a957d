/*
 * Speaks one turn with libespeak-ng and says, to the sample, where each word and phoneme begins.
 *
 *   speak VOICE WORDS_PER_MINUTE PITCH OUT.pcm < turn.txt > events.tsv
 *
 * OUT.pcm   signed 16-bit little-endian mono at the synthesiser's rate (22050 Hz)
 * stdout    rate <TAB> Hz
 *           word <TAB> sample <TAB> first character (0-based) <TAB> length in characters
 *           phoneme <TAB> sample <TAB> name, `_` and its kin being silences
 *           end <TAB> sample                 end of a clause, its pause included
 *           samples <TAB> number written
 *
 * Events carry `sample`, the exact position in the audio handed to the callback. `audio_position` is the same cut down
 * to whole milliseconds; the two are compared here, so that a library which means something else by `sample` is noticed.
 */
#include <espeak-ng/speak_lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *audio;
static long written;
static int rate;

static int heard(short *wave, int count, espeak_EVENT *event) {
  for (; event->type != espeakEVENT_LIST_TERMINATED; event++) {
    double milliseconds = event->sample * 1000.0 / rate;
    if (event->type == espeakEVENT_SAMPLERATE || event->type == espeakEVENT_MSG_TERMINATED) continue;
    if (milliseconds < event->audio_position - 1 || milliseconds > event->audio_position + 1.001) {
      fprintf(stderr, "speak: sample %d is not %d ms\n", event->sample, event->audio_position);
      exit(1);
    }
    if (event->type == espeakEVENT_WORD)
      printf("word\t%d\t%d\t%d\n", event->sample, event->text_position - 1, event->length);
    else if (event->type == espeakEVENT_PHONEME)
      printf("phoneme\t%d\t%.8s\n", event->sample, event->id.string);
    else if (event->type == espeakEVENT_END)
      printf("end\t%d\n", event->sample);
  }
  if (wave && count > 0) written += (long)fwrite(wave, sizeof *wave, (size_t)count, audio);
  return 0;
}

int main(int argc, char **argv) {
  static char text[65536];
  if (argc != 5) {
    fprintf(stderr, "usage: speak VOICE WORDS_PER_MINUTE PITCH OUT.pcm < turn.txt\n");
    return 2;
  }
  size_t size = fread(text, 1, sizeof text - 1, stdin);
  audio = fopen(argv[4], "wb");
  if (!audio) {
    perror(argv[4]);
    return 1;
  }
  rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL, espeakINITIALIZE_PHONEME_EVENTS);
  if (rate <= 0) {
    fprintf(stderr, "speak: libespeak-ng did not start\n");
    return 1;
  }
  if (espeak_SetVoiceByName(argv[1]) != EE_OK) {
    fprintf(stderr, "speak: no voice %s\n", argv[1]);
    return 1;
  }
  espeak_SetParameter(espeakRATE, atoi(argv[2]), 0);
  espeak_SetParameter(espeakPITCH, atoi(argv[3]), 0);
  espeak_SetSynthCallback(heard);
  printf("rate\t%d\n", rate);
  if (espeak_Synth(text, size + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, NULL) != EE_OK) return 1;
  printf("samples\t%ld\n", written);
  fclose(audio);
  espeak_Terminate();
  return 0;
}
